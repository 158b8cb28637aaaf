using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122134024_SettleWhatComesAfterAMeeting")]
    public partial class SettleWhatComesAfterAMeeting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_meetings_closed",
                schema: "grants",
                table: "meetings");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "minutes_agreed_at",
                schema: "grants",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "conflict_lowerings",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    minuted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_lowerings", x => x.id);
                    table.CheckConstraint("ck_conflict_lowerings_by_two", "\"to\" <> 'Conflict' and because <> '' and proposed_by <> person_id and agreed_by <> person_id and agreed_by <> proposed_by and (agreed_by is null) = (agreed_at is null)");
                    table.ForeignKey(
                        name: "fk_conflict_lowerings_agreed_by",
                        column: x => x.agreed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_lowerings_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_lowerings_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_lowerings_proposed_by",
                        column: x => x.proposed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "minutes_agreements",
                schema: "grants",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_minutes_agreements", x => new { x.meeting_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_minutes_agreements_meeting_id",
                        column: x => x.meeting_id,
                        principalSchema: "grants",
                        principalTable: "meetings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_minutes_agreements_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reserve_questions",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rejected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reserve_questions", x => x.id);
                    table.CheckConstraint("ck_reserve_questions_settled", "num_nonnulls(confirmed_at, rejected_at) <= 1");
                    table.ForeignKey(
                        name: "fk_reserve_questions_decision_id",
                        column: x => x.decision_id,
                        principalSchema: "grants",
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reserve_answers",
                schema: "grants",
                columns: table => new
                {
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_yes = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reserve_answers", x => new { x.question_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_reserve_answers_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reserve_answers_question_id",
                        column: x => x.question_id,
                        principalSchema: "grants",
                        principalTable: "reserve_questions",
                        principalColumn: "id");
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_meetings_closed",
                schema: "grants",
                table: "meetings",
                sql: "closed_at >= opened_at and (closed_at is null or opened_at is not null) and (minutes_agreed_at is null or closed_at is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_lowerings_agreed_by",
                schema: "grants",
                table: "conflict_lowerings",
                column: "agreed_by");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_lowerings_person_id",
                schema: "grants",
                table: "conflict_lowerings",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_conflict_lowerings_proposed_by",
                schema: "grants",
                table: "conflict_lowerings",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ux_conflict_lowerings_application_id_person_id",
                schema: "grants",
                table: "conflict_lowerings",
                columns: new[] { "application_id", "person_id" },
                unique: true,
                filter: "agreed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_minutes_agreements_person_id",
                schema: "grants",
                table: "minutes_agreements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reserve_answers_person_id",
                schema: "grants",
                table: "reserve_answers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_reserve_questions_decision_id",
                schema: "grants",
                table: "reserve_questions",
                column: "decision_id",
                unique: true);

            migrationBuilder.Sql(Scripts.Read("after_the_meeting.sql"));
        }
    }
}
