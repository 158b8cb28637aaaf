using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122133611_LetMoreVoicesIn")]
    public partial class LetMoreVoicesIn : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_meeting_items_ended",
                schema: "grants",
                table: "meeting_items");

            migrationBuilder.AddColumn<string>(
                name: "shortlisted_by",
                table: "rounds",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "shortlisted_at",
                schema: "grants",
                table: "meeting_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "declared_by",
                schema: "grants",
                table: "decisions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<int>(
                name: "public_votes",
                schema: "grants",
                table: "decisions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "result_id",
                schema: "grants",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "on_paper",
                schema: "grants",
                table: "attendances",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "recording_hash",
                schema: "grants",
                table: "applications",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "transcript",
                schema: "grants",
                table: "applications",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "why_alone",
                schema: "grants",
                table: "applications",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "panel_questions",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    passed_on_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_because = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    returned = table.Column<int>(type: "integer", nullable: false),
                    shown_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dealt_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_questions", x => x.id);
                    table.CheckConstraint("ck_panel_questions_order", "(answered_at is null or passed_on_at is not null) and (shown_at is null or answered_at is not null) and num_nonnulls(stopped_at, passed_on_at) <= 1");
                    table.CheckConstraint("ck_panel_questions_text", "text <> '' and (answered_at is null) = (answer = '') and (stopped_at is null) = (stopped_because = '')");
                    table.ForeignKey(
                        name: "fk_panel_questions_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_questions_asked_by",
                        column: x => x.asked_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_questions_dealt_by",
                        column: x => x.dealt_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practices",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    opened_by = table.Column<Guid>(type: "uuid", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practices", x => x.id);
                    table.ForeignKey(
                        name: "fk_practices_opened_by",
                        column: x => x.opened_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_practices_panel_id",
                        column: x => x.panel_id,
                        principalSchema: "grants",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "public_votes",
                schema: "grants",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_votes", x => x.round_id);
                    table.CheckConstraint("ck_public_votes_ended", "num_nonnulls(decided_at, voided_at) <= 1");
                    table.ForeignKey(
                        name: "fk_public_votes_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_public_votes_made_by",
                        column: x => x.made_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_public_votes_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recordings",
                schema: "grants",
                columns: table => new
                {
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    for_panel = table.Column<bool>(type: "boolean", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recordings", x => x.application_id);
                    table.CheckConstraint("ck_recordings_content", "length(content) between 1 and 52428800");
                    table.ForeignKey(
                        name: "fk_recordings_added_by",
                        column: x => x.added_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recordings_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_members", x => x.id);
                    table.CheckConstraint("ck_team_members_joined", "(joined_at is null) = (person_id is null) and (joined_at is null or key_hash is null)");
                    table.ForeignKey(
                        name: "fk_team_members_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_team_members_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "practice_examples",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    agreed = table.Column<int[]>(type: "integer[]", nullable: false),
                    why = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_examples", x => x.id);
                    table.CheckConstraint("ck_practice_examples_agreed", "cardinality(agreed) = 4 and 0 <= all (agreed) and 5 >= all (agreed)");
                    table.ForeignKey(
                        name: "fk_practice_examples_practice_id",
                        column: x => x.practice_id,
                        principalSchema: "grants",
                        principalTable: "practices",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "ballot_plans",
                schema: "grants",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballot_plans", x => new { x.round_id, x.application_id });
                    table.ForeignKey(
                        name: "fk_ballot_plans_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_plans_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballot_plans_round_id",
                        column: x => x.round_id,
                        principalSchema: "grants",
                        principalTable: "public_votes",
                        principalColumn: "round_id");
                });

            migrationBuilder.CreateTable(
                name: "vote_money",
                schema: "grants",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vote_money", x => new { x.round_id, x.pot_id });
                    table.CheckConstraint("ck_vote_money_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_vote_money_pot_id",
                        column: x => x.pot_id,
                        principalSchema: "grants",
                        principalTable: "pots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_vote_money_round_id",
                        column: x => x.round_id,
                        principalSchema: "grants",
                        principalTable: "public_votes",
                        principalColumn: "round_id");
                });

            migrationBuilder.CreateTable(
                name: "practice_cards",
                schema: "grants",
                columns: table => new
                {
                    example_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    marks = table.Column<int?[]>(type: "integer[]", nullable: false),
                    handed_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practice_cards", x => new { x.example_id, x.person_id });
                    table.CheckConstraint("ck_practice_cards_marks", "cardinality(marks) = 4");
                    table.ForeignKey(
                        name: "fk_practice_cards_example_id",
                        column: x => x.example_id,
                        principalSchema: "grants",
                        principalTable: "practice_examples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_practice_cards_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_meeting_items_ended",
                schema: "grants",
                table: "meeting_items",
                sql: "num_nonnulls(decided_at, deferred_at) <= 1 and (shortlisted_at is null or shortlisted_at = decided_at) and (handed_to is null or deferred_at is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_decisions_result_id",
                schema: "grants",
                table: "decisions",
                column: "result_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_decisions_public",
                schema: "grants",
                table: "decisions",
                sql: "(result_id is null) = (public_votes is null) and public_votes >= 0 and num_nonnulls(result_id, declared_by) >= 1");

            migrationBuilder.CreateIndex(
                name: "ix_ballot_plans_application_id",
                schema: "grants",
                table: "ballot_plans",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ux_ballot_plans_proposal_id",
                schema: "grants",
                table: "ballot_plans",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panel_questions_application_id",
                schema: "grants",
                table: "panel_questions",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_questions_asked_by",
                schema: "grants",
                table: "panel_questions",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_panel_questions_dealt_by",
                schema: "grants",
                table: "panel_questions",
                column: "dealt_by");

            migrationBuilder.CreateIndex(
                name: "ix_practice_cards_person_id",
                schema: "grants",
                table: "practice_cards",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_practice_examples_practice_id_number",
                schema: "grants",
                table: "practice_examples",
                columns: new[] { "practice_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_practices_opened_by",
                schema: "grants",
                table: "practices",
                column: "opened_by");

            migrationBuilder.CreateIndex(
                name: "ix_practices_panel_id",
                schema: "grants",
                table: "practices",
                column: "panel_id");

            migrationBuilder.CreateIndex(
                name: "ix_public_votes_made_by",
                schema: "grants",
                table: "public_votes",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ux_public_votes_call_id",
                schema: "grants",
                table: "public_votes",
                column: "call_id",
                unique: true,
                filter: "voided_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_recordings_added_by",
                schema: "grants",
                table: "recordings",
                column: "added_by");

            migrationBuilder.CreateIndex(
                name: "ix_team_members_person_id",
                schema: "grants",
                table: "team_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_team_members_application_id_person_id",
                schema: "grants",
                table: "team_members",
                columns: new[] { "application_id", "person_id" },
                unique: true,
                filter: "left_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_team_members_key_hash",
                schema: "grants",
                table: "team_members",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_vote_money_pot_id",
                schema: "grants",
                table: "vote_money",
                column: "pot_id");

            migrationBuilder.AddForeignKey(
                name: "fk_decisions_result_id",
                schema: "grants",
                table: "decisions",
                column: "result_id",
                principalTable: "results",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(Scripts.Read("voices.sql"));
        }
    }
}
