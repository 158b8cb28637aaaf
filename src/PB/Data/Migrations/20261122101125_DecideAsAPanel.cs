using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122101125_DecideAsAPanel")]
    public partial class DecideAsAPanel : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "cards",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    handed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cards", x => x.id);
                    table.ForeignKey(
                        name: "fk_cards_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cards_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seed = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    called_by = table.Column<Guid>(type: "uuid", nullable: false),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.CheckConstraint("ck_meetings_closed", "closed_at >= opened_at and (closed_at is null or opened_at is not null)");
                    table.ForeignKey(
                        name: "fk_meetings_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_called_by",
                        column: x => x.called_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_panel_id",
                        column: x => x.panel_id,
                        principalSchema: "grants",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reading_deals",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seed = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    readers = table.Column<int>(type: "integer", nullable: false),
                    dealt_by = table.Column<Guid>(type: "uuid", nullable: false),
                    dealt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reading_deals", x => x.id);
                    table.CheckConstraint("ck_reading_deals_readers", "readers >= 1");
                    table.ForeignKey(
                        name: "fk_reading_deals_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reading_deals_dealt_by",
                        column: x => x.dealt_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_agreements",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_agreements", x => x.id);
                    table.CheckConstraint("ck_release_agreements_because", "because <> '' and role in ('Chair', 'YouthWorker')");
                    table.ForeignKey(
                        name: "fk_release_agreements_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_release_agreements_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "marks",
                schema: "grants",
                columns: table => new
                {
                    card_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_marks", x => new { x.card_id, x.criterion_id });
                    table.CheckConstraint("ck_marks_value", "value between 0 and 5");
                    table.ForeignKey(
                        name: "fk_marks_card_id",
                        column: x => x.card_id,
                        principalSchema: "grants",
                        principalTable: "cards",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_marks_criterion_id",
                        column: x => x.criterion_id,
                        principalSchema: "grants",
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    came_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendances", x => x.id);
                    table.ForeignKey(
                        name: "fk_attendances_meeting_id",
                        column: x => x.meeting_id,
                        principalSchema: "grants",
                        principalTable: "meetings",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_attendances_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meeting_items",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    pulled_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    room_cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deferred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    handed_to = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_items", x => x.id);
                    table.CheckConstraint("ck_meeting_items_ended", "num_nonnulls(decided_at, deferred_at) <= 1 and (handed_to is null or deferred_at is not null)");
                    table.ForeignKey(
                        name: "fk_meeting_items_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_items_handed_to",
                        column: x => x.handed_to,
                        principalSchema: "grants",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meeting_items_meeting_id",
                        column: x => x.meeting_id,
                        principalSchema: "grants",
                        principalTable: "meetings",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "readings",
                schema: "grants",
                columns: table => new
                {
                    deal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_readings", x => new { x.deal_id, x.person_id, x.application_id });
                    table.ForeignKey(
                        name: "fk_readings_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_readings_deal_id",
                        column: x => x.deal_id,
                        principalSchema: "grants",
                        principalTable: "reading_deals",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_readings_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "minute_lines",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minute_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_minute_lines_item_id",
                        column: x => x.item_id,
                        principalSchema: "grants",
                        principalTable: "meeting_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_minute_lines_meeting_id",
                        column: x => x.meeting_id,
                        principalSchema: "grants",
                        principalTable: "meetings",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "votes",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secrecy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    quorum = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    yes = table.Column<int>(type: "integer", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    abstain = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_votes", x => x.id);
                    table.CheckConstraint("ck_votes_counted", "yes >= 0 and no >= 0 and abstain >= 0 and amount >= 0");
                    table.ForeignKey(
                        name: "fk_votes_item_id",
                        column: x => x.item_id,
                        principalSchema: "grants",
                        principalTable: "meeting_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_votes_meeting_id",
                        column: x => x.meeting_id,
                        principalSchema: "grants",
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    below_viable = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    reason_to_group = table.Column<string>(type: "text", nullable: false),
                    declared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decisions", x => x.id);
                    table.CheckConstraint("ck_decisions_amount", "(outcome = 'No') = (amount = 0) and amount >= 0");
                    table.CheckConstraint("ck_decisions_signed", "(signed_at is null) = (signed_by is null)");
                    table.ForeignKey(
                        name: "fk_decisions_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_declared_by",
                        column: x => x.declared_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_item_id",
                        column: x => x.item_id,
                        principalSchema: "grants",
                        principalTable: "meeting_items",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_meeting_id",
                        column: x => x.meeting_id,
                        principalSchema: "grants",
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_signed_by",
                        column: x => x.signed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_decisions_vote_id",
                        column: x => x.vote_id,
                        principalSchema: "grants",
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "vote_lines",
                schema: "grants",
                columns: table => new
                {
                    vote_id = table.Column<Guid>(type: "uuid", nullable: false),
                    budget_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote_lines", x => new { x.vote_id, x.budget_line_id });
                    table.CheckConstraint("ck_vote_lines_amount", "amount >= 0");
                    table.ForeignKey(
                        name: "fk_vote_lines_budget_line_id",
                        column: x => x.budget_line_id,
                        principalSchema: "grants",
                        principalTable: "budget_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vote_lines_vote_id",
                        column: x => x.vote_id,
                        principalSchema: "grants",
                        principalTable: "votes",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "decision_parts",
                schema: "grants",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision_parts", x => new { x.decision_id, x.pot_id });
                    table.CheckConstraint("ck_decision_parts_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_decision_parts_decision_id",
                        column: x => x.decision_id,
                        principalSchema: "grants",
                        principalTable: "decisions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_decision_parts_pot_id",
                        column: x => x.pot_id,
                        principalSchema: "grants",
                        principalTable: "pots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed = table.Column<bool>(type: "boolean", nullable: true),
                    refused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_on = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    refused_because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                    table.CheckConstraint("ck_referrals_answered", "(answered_at is null) = (answer_id is null) and (answered_at is null) = (confirmed is null)");
                    table.CheckConstraint("ck_referrals_refused", "(refused_at is null) = (refused_on is null) and (refused_at is null) = (refused_because = '') and (refused_at is null or confirmed) and refused_on in ('Unlawful', 'Safeguarding', 'NoMoney')");
                    table.CheckConstraint("ck_referrals_text", "text <> ''");
                    table.ForeignKey(
                        name: "fk_referrals_answer_id",
                        column: x => x.answer_id,
                        principalSchema: "grants",
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_decision_id",
                        column: x => x.decision_id,
                        principalSchema: "grants",
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_raised_by",
                        column: x => x.raised_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attendances_person_id",
                schema: "grants",
                table: "attendances",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_attendances_meeting_id_person_id",
                schema: "grants",
                table: "attendances",
                columns: new[] { "meeting_id", "person_id" },
                unique: true,
                filter: "left_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_cards_person_id",
                schema: "grants",
                table: "cards",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_cards_application_id_person_id",
                schema: "grants",
                table: "cards",
                columns: new[] { "application_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decision_parts_pot_id",
                schema: "grants",
                table: "decision_parts",
                column: "pot_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_application_id",
                schema: "grants",
                table: "decisions",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_declared_by",
                schema: "grants",
                table: "decisions",
                column: "declared_by");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_meeting_id",
                schema: "grants",
                table: "decisions",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_signed_by",
                schema: "grants",
                table: "decisions",
                column: "signed_by");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_vote_id",
                schema: "grants",
                table: "decisions",
                column: "vote_id");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_item_id",
                schema: "grants",
                table: "decisions",
                column: "item_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_marks_criterion_id",
                schema: "grants",
                table: "marks",
                column: "criterion_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_items_application_id",
                schema: "grants",
                table: "meeting_items",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_meeting_items_handed_to",
                schema: "grants",
                table: "meeting_items",
                column: "handed_to");

            migrationBuilder.CreateIndex(
                name: "ux_meeting_items_meeting_id",
                schema: "grants",
                table: "meeting_items",
                column: "meeting_id",
                unique: true,
                filter: "begun_at is not null and decided_at is null and deferred_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_meeting_items_meeting_id_number",
                schema: "grants",
                table: "meeting_items",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_call_id",
                schema: "grants",
                table: "meetings",
                column: "call_id");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_called_by",
                schema: "grants",
                table: "meetings",
                column: "called_by");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_panel_id",
                schema: "grants",
                table: "meetings",
                column: "panel_id");

            migrationBuilder.CreateIndex(
                name: "ix_minute_lines_item_id",
                schema: "grants",
                table: "minute_lines",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ux_minute_lines_meeting_id_number",
                schema: "grants",
                table: "minute_lines",
                columns: new[] { "meeting_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reading_deals_dealt_by",
                schema: "grants",
                table: "reading_deals",
                column: "dealt_by");

            migrationBuilder.CreateIndex(
                name: "ux_reading_deals_call_id",
                schema: "grants",
                table: "reading_deals",
                column: "call_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_readings_application_id",
                schema: "grants",
                table: "readings",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_readings_person_id",
                schema: "grants",
                table: "readings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_answer_id",
                schema: "grants",
                table: "referrals",
                column: "answer_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_raised_by",
                schema: "grants",
                table: "referrals",
                column: "raised_by");

            migrationBuilder.CreateIndex(
                name: "ux_referrals_decision_id",
                schema: "grants",
                table: "referrals",
                column: "decision_id",
                unique: true,
                filter: "withdrawn_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_release_agreements_person_id",
                schema: "grants",
                table: "release_agreements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_release_agreements_application_id_role",
                schema: "grants",
                table: "release_agreements",
                columns: new[] { "application_id", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vote_lines_budget_line_id",
                schema: "grants",
                table: "vote_lines",
                column: "budget_line_id");

            migrationBuilder.CreateIndex(
                name: "ix_votes_item_id",
                schema: "grants",
                table: "votes",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ux_votes_meeting_id",
                schema: "grants",
                table: "votes",
                column: "meeting_id",
                unique: true,
                filter: "closed_at is null");
            migrationBuilder.Sql(Scripts.Read("panels_decide.sql"));
        }
    }
}
