using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122200503_KeepOwnHouseAsAPanel")]
    public partial class KeepOwnHouseAsAPanel : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_reports_due_on",
                schema: "grants",
                table: "reports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_eligibility_rules_share",
                schema: "grants",
                table: "eligibility_rules");

            migrationBuilder.AddColumn<string>(
                name: "answer",
                schema: "grants",
                table: "reports",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "answer_due_on",
                schema: "grants",
                table: "reports",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                schema: "grants",
                table: "reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "asked_at",
                schema: "grants",
                table: "reports",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "archived_at",
                schema: "grants",
                table: "calls",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "interests_asked_at",
                schema: "grants",
                table: "calls",
                type: "timestamp with time zone",
                nullable: true);

            // What was asked before this stands with its days, and panels that read already were asked when they began.
            migrationBuilder.Sql("update grants.calls set interests_asked_at = marking_opened_at where marking_opened_at is not null");
            migrationBuilder.Sql("update grants.reports set asked_at = coalesce(submitted_at, rnd.clock()), answer_due_on = due_on where question <> ''");

            migrationBuilder.CreateTable(
                name: "application_papers",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    jpeg = table.Column<byte[]>(type: "bytea", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_application_papers_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings_anyway",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings_anyway", x => x.id);
                    table.CheckConstraint("ck_meetings_anyway_words", "because <> '' and role in ('Chair', 'YouthWorker')");
                    table.ForeignKey(
                        name: "fk_meetings_anyway_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_meetings_anyway_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "removals",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rejected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removals", x => x.id);
                    table.CheckConstraint("ck_removals_settled", "because <> '' and num_nonnulls(agreed_at, rejected_at) <= 1");
                    table.ForeignKey(
                        name: "fk_removals_asked_by",
                        column: x => x.asked_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removals_member_id",
                        column: x => x.member_id,
                        principalSchema: "grants",
                        principalTable: "panel_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    risk_plan = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    called_off_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.CheckConstraint("ck_visits_planned", "place <> '' and (notes = '') = (noted_at is null) and num_nonnulls(noted_at, called_off_at) <= 1");
                    table.ForeignKey(
                        name: "fk_visits_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_planned_by",
                        column: x => x.planned_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "removal_answers",
                schema: "grants",
                columns: table => new
                {
                    removal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_yes = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_removal_answers", x => new { x.removal_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_removal_answers_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_removal_answers_removal_id",
                        column: x => x.removal_id,
                        principalSchema: "grants",
                        principalTable: "removals",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "visitors",
                schema: "grants",
                columns: table => new
                {
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_adult = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visitors", x => new { x.visit_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_visitors_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visitors_visit_id",
                        column: x => x.visit_id,
                        principalSchema: "grants",
                        principalTable: "visits",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_reports_due_on",
                schema: "grants",
                table: "reports",
                column: "due_on",
                filter: "accepted_at is null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_reports_asked",
                schema: "grants",
                table: "reports",
                sql: "(asked_at is null) = (question = '') and (asked_at is null) = (answer_due_on is null) and (answered_at is null) = (answer = '') and (answered_at is null or answered_at >= asked_at)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_eligibility_rules_share",
                schema: "grants",
                table: "eligibility_rules",
                sql: "(kind in ('ShareOfBudget', 'PaperNeeded')) = (category is not null) and (kind = 'ShareOfBudget') = (percent is not null) and percent between 0 and 100");

            migrationBuilder.AddCheckConstraint(
                name: "ck_calls_archived",
                schema: "grants",
                table: "calls",
                sql: "archived_at is null or num_nonnulls(published_at, cancelled_at) > 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_calls_marking",
                schema: "grants",
                table: "calls",
                sql: "marking_opened_at is null or interests_asked_at <= marking_opened_at");

            migrationBuilder.CreateIndex(
                name: "ux_application_papers_application_id_category",
                schema: "grants",
                table: "application_papers",
                columns: new[] { "application_id", "category" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_anyway_person_id",
                schema: "grants",
                table: "meetings_anyway",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_meetings_anyway_application_id_role",
                schema: "grants",
                table: "meetings_anyway",
                columns: new[] { "application_id", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_removal_answers_person_id",
                schema: "grants",
                table: "removal_answers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_removals_asked_by",
                schema: "grants",
                table: "removals",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_removals_member_id",
                schema: "grants",
                table: "removals",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ix_visitors_person_id",
                schema: "grants",
                table: "visitors",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_application_id",
                schema: "grants",
                table: "visits",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_planned_by",
                schema: "grants",
                table: "visits",
                column: "planned_by");

            migrationBuilder.Sql(Scripts.Read("house_of_a_panel.sql"));
        }
    }
}
