using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122172426_SetConditionsAsAPanel")]
    public partial class SetConditionsAsAPanel : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "worries_kept_months",
                schema: "grants",
                table: "funds",
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "person_id",
                schema: "grants",
                table: "cards",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "marker_code",
                schema: "grants",
                table: "cards",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "panel_conditions",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rejected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_conditions", x => x.id);
                    table.CheckConstraint("ck_panel_conditions_settled", "text <> '' and num_nonnulls(agreed_at, rejected_at) <= 1");
                    table.ForeignKey(
                        name: "fk_panel_conditions_decision_id",
                        column: x => x.decision_id,
                        principalSchema: "grants",
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_conditions_proposed_by",
                        column: x => x.proposed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pot_questions",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    vote_id = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    kept = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pot_questions", x => x.id);
                    table.CheckConstraint("ck_pot_questions_settled", "(settled_at is null) = (kept is null) and (settled_at is null or vote_id is not null)");
                    table.ForeignKey(
                        name: "fk_pot_questions_pot_id",
                        column: x => x.pot_id,
                        principalSchema: "grants",
                        principalTable: "pots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pot_questions_vote_id",
                        column: x => x.vote_id,
                        principalSchema: "grants",
                        principalTable: "votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_condition_answers",
                schema: "grants",
                columns: table => new
                {
                    condition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_yes = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_condition_answers", x => new { x.condition_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_panel_condition_answers_condition_id",
                        column: x => x.condition_id,
                        principalSchema: "grants",
                        principalTable: "panel_conditions",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_panel_condition_answers_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_funds_worries_kept",
                schema: "grants",
                table: "funds",
                sql: "worries_kept_months between 1 and 1200");

            migrationBuilder.AddCheckConstraint(
                name: "ck_cards_marker",
                schema: "grants",
                table: "cards",
                sql: "num_nonnulls(person_id, marker_code) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_panel_condition_answers_person_id",
                schema: "grants",
                table: "panel_condition_answers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_conditions_decision_id",
                schema: "grants",
                table: "panel_conditions",
                column: "decision_id");

            migrationBuilder.CreateIndex(
                name: "ix_panel_conditions_proposed_by",
                schema: "grants",
                table: "panel_conditions",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ix_pot_questions_vote_id",
                schema: "grants",
                table: "pot_questions",
                column: "vote_id");

            migrationBuilder.CreateIndex(
                name: "ux_pot_questions_pot_id",
                schema: "grants",
                table: "pot_questions",
                column: "pot_id",
                unique: true,
                filter: "settled_at is null");

            migrationBuilder.Sql(Scripts.Read("conditions_of_a_panel.sql"));
        }
    }
}
