using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122100839_PayAndLookAfterAYouthFund")]
    public partial class PayAndLookAfterAYouthFund : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "awards",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @ref = table.Column<string>(name: "ref", type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    recipient_code = table.Column<string>(type: "text", nullable: false),
                    is_below_viable = table.Column<bool>(type: "boolean", nullable: false),
                    drafted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    extended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    adult_id = table.Column<Guid>(type: "uuid", nullable: true),
                    adult_accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    declined_by = table.Column<Guid>(type: "uuid", nullable: true),
                    declined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ending = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_awards", x => x.id);
                    table.CheckConstraint("ck_awards_accepted", "(lead_id is null) = (lead_accepted_at is null) and (adult_id is null) = (adult_accepted_at is null) and lead_id <> adult_id and (signed_at is not null or num_nonnulls(lead_accepted_at, adult_accepted_at, declined_at, released_at, ended_at) = 0)");
                    table.CheckConstraint("ck_awards_amount", "amount > 0");
                    table.CheckConstraint("ck_awards_declined", "declined_at is null or num_nonnulls(lead_accepted_at, adult_accepted_at) < 2");
                    table.CheckConstraint("ck_awards_ended", "(ended_at is null) = (ending is null) and (ended_at is null) = (ended_by is null) and (ended_at is null or num_nonnulls(lead_accepted_at, adult_accepted_at) = 2)");
                    table.CheckConstraint("ck_awards_in_time", "lead_accepted_at < expires_at and adult_accepted_at < expires_at");
                    table.CheckConstraint("ck_awards_signed", "(signed_by is null) = (signed_at is null) and (signed_at is null) = (expires_at is null) and signed_by <> drafted_by");
                    table.ForeignKey(
                        name: "fk_awards_adult_id",
                        column: x => x.adult_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_declined_by",
                        column: x => x.declined_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_drafted_by",
                        column: x => x.drafted_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_ended_by",
                        column: x => x.ended_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_lead_id",
                        column: x => x.lead_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_awards_signed_by",
                        column: x => x.signed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    panel = table.Column<string>(type: "text", nullable: false),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_issued_by",
                        column: x => x.issued_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_certificates_member_id",
                        column: x => x.member_id,
                        principalSchema: "grants",
                        principalTable: "panel_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    strength = table.Column<string>(type: "text", nullable: false),
                    other_strength = table.Column<string>(type: "text", nullable: false),
                    improve = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moderated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback", x => x.id);
                    table.CheckConstraint("ck_feedback_moderated", "(moderated_by is null) = (sent_at is null) and moderated_by <> written_by");
                    table.CheckConstraint("ck_feedback_whole", "strength <> '' and other_strength <> '' and improve <> ''");
                    table.ForeignKey(
                        name: "fk_feedback_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_feedback_moderated_by",
                        column: x => x.moderated_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_feedback_written_by",
                        column: x => x.written_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_batches",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_payment_batches_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_batches_made_by",
                        column: x => x.made_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "process_appeals",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    lodged_by = table.Column<Guid>(type: "uuid", nullable: false),
                    lodged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_process_appeals", x => x.id);
                    table.CheckConstraint("ck_process_appeals_answered", "(answered_at is null) = (answered_by is null) and (answered_at is null) = (outcome is null) and (answered_at is null) = (answer = '')");
                    table.CheckConstraint("ck_process_appeals_by_another", "reason <> '' and answered_by <> lodged_by");
                    table.ForeignKey(
                        name: "fk_process_appeals_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_appeals_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_process_appeals_lodged_by",
                        column: x => x.lodged_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "threads",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    started_by = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_threads", x => x.id);
                    table.ForeignKey(
                        name: "fk_threads_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_threads_started_by",
                        column: x => x.started_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "worries",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    filed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    passed_on_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worries", x => x.id);
                    table.CheckConstraint("ck_worries_seen", "(seen_by is null) = (seen_at is null) and (closed_by is null) = (closed_at is null) and (closed_at is null or seen_at is not null)");
                    table.ForeignKey(
                        name: "fk_worries_closed_by",
                        column: x => x.closed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_worries_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_worries_seen_by",
                        column: x => x.seen_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_conditions",
                schema: "grants",
                columns: table => new
                {
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    met_by = table.Column<Guid>(type: "uuid", nullable: true),
                    met_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_conditions", x => new { x.award_id, x.number });
                    table.CheckConstraint("ck_award_conditions_met", "text <> '' and (met_at is null) = (met_by is null) and (met_at is null) = (evidence = '')");
                    table.ForeignKey(
                        name: "fk_award_conditions_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_award_conditions_met_by",
                        column: x => x.met_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "award_shares",
                schema: "grants",
                columns: table => new
                {
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award_shares", x => new { x.award_id, x.place });
                    table.CheckConstraint("ck_award_shares_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_award_shares_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_award_shares_pot_id",
                        column: x => x.pot_id,
                        principalSchema: "grants",
                        principalTable: "pots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_accounts",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    call_back_note = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bank_accounts", x => x.id);
                    table.CheckConstraint("ck_bank_accounts_by_another", "checked_by <> entered_by");
                    table.CheckConstraint("ck_bank_accounts_checked", "(checked_by is null) = (checked_at is null) and (checked_at is null) = (call_back_note = '')");
                    table.ForeignKey(
                        name: "fk_bank_accounts_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_accounts_checked_by",
                        column: x => x.checked_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bank_accounts_entered_by",
                        column: x => x.entered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "group_photos",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jpeg = table.Column<byte[]>(type: "bytea", nullable: false),
                    alt_text = table.Column<string>(type: "text", nullable: false),
                    faces = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moderated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_photos", x => x.id);
                    table.CheckConstraint("ck_group_photos_faces", "faces between 0 and 200 and alt_text <> ''");
                    table.CheckConstraint("ck_group_photos_moderated", "(moderated_by is null) = (released_at is null)");
                    table.ForeignKey(
                        name: "fk_group_photos_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_group_photos_moderated_by",
                        column: x => x.moderated_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "instalments",
                schema: "grants",
                columns: table => new
                {
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instalments", x => new { x.award_id, x.number });
                    table.CheckConstraint("ck_instalments_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_instalments_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "money_back",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due = table.Column<long>(type: "bigint", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    waived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    waived_by = table.Column<Guid>(type: "uuid", nullable: true),
                    why_waived = table.Column<string>(type: "text", nullable: false),
                    received = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    received_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_money_back", x => x.id);
                    table.CheckConstraint("ck_money_back_due", "due > 0 and received >= 0");
                    table.CheckConstraint("ck_money_back_once", "waived_at is null or received_on is null");
                    table.CheckConstraint("ck_money_back_received", "(received_on is null) = (received_by is null) and (received_on is null) = (received = 0)");
                    table.CheckConstraint("ck_money_back_waived", "waived_at is null or waived_by is not null or due < 1000");
                    table.ForeignKey(
                        name: "fk_money_back_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_money_back_received_by",
                        column: x => x.received_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_money_back_waived_by",
                        column: x => x.waived_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    story = table.Column<string>(type: "text", nullable: false),
                    young_people = table.Column<int>(type: "integer", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    question = table.Column<string>(type: "text", nullable: false),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at_day = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.CheckConstraint("ck_reports_accepted", "(accepted_by is null) = (accepted_at is null) and (accepted_at is null or submitted_at is not null) and accepted_by <> submitted_by");
                    table.CheckConstraint("ck_reports_submitted", "(submitted_by is null) = (submitted_at is null)");
                    table.ForeignKey(
                        name: "fk_reports_accepted_by",
                        column: x => x.accepted_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reports_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reports_submitted_by",
                        column: x => x.submitted_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback_bands",
                schema: "grants",
                columns: table => new
                {
                    feedback_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<int>(type: "integer", nullable: false),
                    band = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_bands", x => new { x.feedback_id, x.criterion });
                    table.ForeignKey(
                        name: "fk_feedback_bands_feedback_id",
                        column: x => x.feedback_id,
                        principalSchema: "grants",
                        principalTable: "feedback",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "thread_members",
                schema: "grants",
                columns: table => new
                {
                    thread_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_adult = table.Column<bool>(type: "boolean", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_members", x => new { x.thread_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_thread_members_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thread_members_thread_id",
                        column: x => x.thread_id,
                        principalSchema: "grants",
                        principalTable: "threads",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "thread_messages",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    thread_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moderated_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_thread_messages", x => x.id);
                    table.CheckConstraint("ck_thread_messages_moderated", "(moderated_by is null) = (num_nonnulls(released_at, kept_back_at) = 0) and num_nonnulls(released_at, kept_back_at) < 2 and moderated_by <> author_id");
                    table.ForeignKey(
                        name: "fk_thread_messages_author_id",
                        column: x => x.author_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thread_messages_moderated_by",
                        column: x => x.moderated_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_thread_messages_thread_id",
                        column: x => x.thread_id,
                        principalSchema: "grants",
                        principalTable: "threads",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "photo_consents",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    photo_id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    with_parent = table.Column<bool>(type: "boolean", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    yes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photo_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_photo_consents_photo_id",
                        column: x => x.photo_id,
                        principalSchema: "grants",
                        principalTable: "group_photos",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "payments",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    needs_officer = table.Column<bool>(type: "boolean", nullable: false),
                    coordinator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    coordinator_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finance_id = table.Column<Guid>(type: "uuid", nullable: true),
                    finance_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    officer_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    bank_reference = table.Column<string>(type: "text", nullable: false),
                    failed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fail_reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments", x => x.id);
                    table.CheckConstraint("ck_payments_approved", "batch_id is null or finance_id is not null and (officer_id is not null or not needs_officer)");
                    table.CheckConstraint("ck_payments_paid", "paid_on is null or batch_id is not null and failed_at is null");
                    table.CheckConstraint("ck_payments_third_person", "officer_id <> coordinator_id and officer_id <> finance_id");
                    table.CheckConstraint("ck_payments_two_people", "finance_id <> coordinator_id");
                    table.ForeignKey(
                        name: "fk_payments_award_id_number",
                        columns: x => new { x.award_id, x.number },
                        principalSchema: "grants",
                        principalTable: "instalments",
                        principalColumns: new[] { "award_id", "number" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_batch_id",
                        column: x => x.batch_id,
                        principalSchema: "grants",
                        principalTable: "payment_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_coordinator_id",
                        column: x => x.coordinator_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_finance_id",
                        column: x => x.finance_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payments_officer_id",
                        column: x => x.officer_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_lines",
                schema: "grants",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    receipt = table.Column<byte[]>(type: "bytea", nullable: false),
                    is_refused = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_lines", x => new { x.report_id, x.number });
                    table.CheckConstraint("ck_report_lines_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_report_lines_report_id",
                        column: x => x.report_id,
                        principalSchema: "grants",
                        principalTable: "reports",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_award_conditions_met_by",
                schema: "grants",
                table: "award_conditions",
                column: "met_by");

            migrationBuilder.CreateIndex(
                name: "ix_award_shares_pot_id",
                schema: "grants",
                table: "award_shares",
                column: "pot_id");

            migrationBuilder.CreateIndex(
                name: "ix_awards_adult_id",
                schema: "grants",
                table: "awards",
                column: "adult_id");

            migrationBuilder.CreateIndex(
                name: "ix_awards_declined_by",
                schema: "grants",
                table: "awards",
                column: "declined_by");

            migrationBuilder.CreateIndex(
                name: "ix_awards_drafted_by",
                schema: "grants",
                table: "awards",
                column: "drafted_by");

            migrationBuilder.CreateIndex(
                name: "ix_awards_ended_by",
                schema: "grants",
                table: "awards",
                column: "ended_by");

            migrationBuilder.CreateIndex(
                name: "ix_awards_fund_id_ref",
                schema: "grants",
                table: "awards",
                columns: new[] { "fund_id", "ref" });

            migrationBuilder.CreateIndex(
                name: "ix_awards_lead_id",
                schema: "grants",
                table: "awards",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ix_awards_signed_by",
                schema: "grants",
                table: "awards",
                column: "signed_by");

            migrationBuilder.CreateIndex(
                name: "ux_awards_application_id",
                schema: "grants",
                table: "awards",
                column: "application_id",
                unique: true,
                filter: "declined_at is null and released_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_bank_accounts_checked_by",
                schema: "grants",
                table: "bank_accounts",
                column: "checked_by");

            migrationBuilder.CreateIndex(
                name: "ix_bank_accounts_entered_by",
                schema: "grants",
                table: "bank_accounts",
                column: "entered_by");

            migrationBuilder.CreateIndex(
                name: "ux_bank_accounts_award_id_version",
                schema: "grants",
                table: "bank_accounts",
                columns: new[] { "award_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_issued_by",
                schema: "grants",
                table: "certificates",
                column: "issued_by");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_member_id",
                schema: "grants",
                table: "certificates",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ux_certificates_code",
                schema: "grants",
                table: "certificates",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_feedback_moderated_by",
                schema: "grants",
                table: "feedback",
                column: "moderated_by");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_written_by",
                schema: "grants",
                table: "feedback",
                column: "written_by");

            migrationBuilder.CreateIndex(
                name: "ux_feedback_application_id",
                schema: "grants",
                table: "feedback",
                column: "application_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_photos_award_id",
                schema: "grants",
                table: "group_photos",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_photos_moderated_by",
                schema: "grants",
                table: "group_photos",
                column: "moderated_by");

            migrationBuilder.CreateIndex(
                name: "ix_money_back_award_id",
                schema: "grants",
                table: "money_back",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_money_back_received_by",
                schema: "grants",
                table: "money_back",
                column: "received_by");

            migrationBuilder.CreateIndex(
                name: "ix_money_back_waived_by",
                schema: "grants",
                table: "money_back",
                column: "waived_by");

            migrationBuilder.CreateIndex(
                name: "ix_payment_batches_made_by",
                schema: "grants",
                table: "payment_batches",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ux_payment_batches_fund_id_number",
                schema: "grants",
                table: "payment_batches",
                columns: new[] { "fund_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_payment_batches_hash",
                schema: "grants",
                table: "payment_batches",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_batch_id",
                schema: "grants",
                table: "payments",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_coordinator_id",
                schema: "grants",
                table: "payments",
                column: "coordinator_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_finance_id",
                schema: "grants",
                table: "payments",
                column: "finance_id");

            migrationBuilder.CreateIndex(
                name: "ix_payments_officer_id",
                schema: "grants",
                table: "payments",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "ux_payments_award_id_number",
                schema: "grants",
                table: "payments",
                columns: new[] { "award_id", "number" },
                unique: true,
                filter: "failed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_photo_consents_photo_id",
                schema: "grants",
                table: "photo_consents",
                column: "photo_id");

            migrationBuilder.CreateIndex(
                name: "ix_process_appeals_answered_by",
                schema: "grants",
                table: "process_appeals",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_process_appeals_lodged_by",
                schema: "grants",
                table: "process_appeals",
                column: "lodged_by");

            migrationBuilder.CreateIndex(
                name: "ux_process_appeals_application_id",
                schema: "grants",
                table: "process_appeals",
                column: "application_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_accepted_by",
                schema: "grants",
                table: "reports",
                column: "accepted_by");

            migrationBuilder.CreateIndex(
                name: "ix_reports_due_on",
                schema: "grants",
                table: "reports",
                column: "due_on",
                filter: "submitted_at is null or question <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_reports_submitted_by",
                schema: "grants",
                table: "reports",
                column: "submitted_by");

            migrationBuilder.CreateIndex(
                name: "ux_reports_award_id_kind",
                schema: "grants",
                table: "reports",
                columns: new[] { "award_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_thread_members_person_id",
                schema: "grants",
                table: "thread_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_thread_messages_author_id",
                schema: "grants",
                table: "thread_messages",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_thread_messages_moderated_by",
                schema: "grants",
                table: "thread_messages",
                column: "moderated_by");

            migrationBuilder.CreateIndex(
                name: "ix_thread_messages_thread_id",
                schema: "grants",
                table: "thread_messages",
                column: "thread_id");

            migrationBuilder.CreateIndex(
                name: "ix_thread_messages_written_at",
                schema: "grants",
                table: "thread_messages",
                column: "written_at",
                filter: "released_at is null and kept_back_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_threads_fund_id",
                schema: "grants",
                table: "threads",
                column: "fund_id");

            migrationBuilder.CreateIndex(
                name: "ix_threads_started_by",
                schema: "grants",
                table: "threads",
                column: "started_by");

            migrationBuilder.CreateIndex(
                name: "ix_worries_closed_by",
                schema: "grants",
                table: "worries",
                column: "closed_by");

            migrationBuilder.CreateIndex(
                name: "ix_worries_fund_id_filed_at",
                schema: "grants",
                table: "worries",
                columns: new[] { "fund_id", "filed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_worries_seen_by",
                schema: "grants",
                table: "worries",
                column: "seen_by");

            migrationBuilder.Sql(Scripts.Read("awards.sql"));
            migrationBuilder.Sql(Scripts.Read("care.sql"));
        }
    }
}
