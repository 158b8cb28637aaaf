using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261123010000_TakeAGrantOver")]
    public partial class TakeAGrantOver : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assets",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    holder = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    bought_on = table.Column<DateOnly>(type: "date", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    gone_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    gone_said_by = table.Column<Guid>(type: "uuid", nullable: true),
                    gone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets", x => x.id);
                    table.CheckConstraint("ck_assets_kept", "(bought_on is null) = (holder = '') and (gone_at is null) = (gone_said_by is null) and (gone_at is null) = (gone_because = '')");
                    table.ForeignKey(
                        name: "fk_assets_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assets_entered_by",
                        column: x => x.entered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assets_gone_said_by",
                        column: x => x.gone_said_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handovers",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_new_host = table.Column<bool>(type: "boolean", nullable: false),
                    adult_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rejected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handovers", x => x.id);
                    table.CheckConstraint("ck_handovers_signed", "because <> '' and num_nonnulls(agreed_at, rejected_at) <= 1 and (signed_at is null) = (signed_by is null) and (signed_at is null or not is_new_host or agreed_at is not null)");
                    table.ForeignKey(
                        name: "fk_handovers_asked_by",
                        column: x => x.asked_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handovers_award_id",
                        column: x => x.award_id,
                        principalSchema: "grants",
                        principalTable: "awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_handovers_signed_by",
                        column: x => x.signed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_links",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    linked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    join_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_links", x => x.id);
                    table.CheckConstraint("ck_plan_links_joined", "because <> '' and first_id <> second_id and (joiner_id is null) = (join_asked_at is null) and (joiner_id is null or joiner_id in (first_id, second_id)) and (joined_at is null or joiner_id is not null)");
                    table.ForeignKey(
                        name: "fk_plan_links_first_id",
                        column: x => x.first_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_links_joiner_id",
                        column: x => x.joiner_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_links_linked_by",
                        column: x => x.linked_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plan_links_second_id",
                        column: x => x.second_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handover_answers",
                schema: "grants",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_yes = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_answers", x => new { x.handover_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_handover_answers_handover_id",
                        column: x => x.handover_id,
                        principalSchema: "grants",
                        principalTable: "handovers",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_handover_answers_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assets_entered_by",
                schema: "grants",
                table: "assets",
                column: "entered_by");

            migrationBuilder.CreateIndex(
                name: "ix_assets_gone_said_by",
                schema: "grants",
                table: "assets",
                column: "gone_said_by");

            migrationBuilder.CreateIndex(
                name: "ux_assets_award_id_line",
                schema: "grants",
                table: "assets",
                columns: new[] { "award_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handover_answers_person_id",
                schema: "grants",
                table: "handover_answers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_asked_by",
                schema: "grants",
                table: "handovers",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_award_id",
                schema: "grants",
                table: "handovers",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_handovers_signed_by",
                schema: "grants",
                table: "handovers",
                column: "signed_by");

            migrationBuilder.CreateIndex(
                name: "ix_plan_links_joiner_id",
                schema: "grants",
                table: "plan_links",
                column: "joiner_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_links_linked_by",
                schema: "grants",
                table: "plan_links",
                column: "linked_by");

            migrationBuilder.CreateIndex(
                name: "ix_plan_links_second_id",
                schema: "grants",
                table: "plan_links",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ux_plan_links_first_id_second_id",
                schema: "grants",
                table: "plan_links",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.Sql(Scripts.Read("handovers.sql"));
        }
    }
}
