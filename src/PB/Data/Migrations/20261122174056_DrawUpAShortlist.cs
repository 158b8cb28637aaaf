using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122174056_DrawUpAShortlist")]
    public partial class DrawUpAShortlist : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "shortlist_panels",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    quorum = table.Column<int>(type: "integer", nullable: false),
                    residents_percent = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortlist_panels", x => x.round_id);
                    table.CheckConstraint("ck_shortlist_panels_rule", "name <> '' and places > 0 and quorum > 0 and residents_percent between 0 and 100 and (decided_at is null) = (decided_by is null)");
                    table.ForeignKey(
                        name: "fk_shortlist_panels_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shortlist_panels_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shortlist_lines",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    support = table.Column<int>(type: "integer", nullable: false),
                    chosen = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortlist_lines", x => x.proposal_id);
                    table.ForeignKey(
                        name: "fk_shortlist_lines_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_shortlist_lines_round_id",
                        column: x => x.round_id,
                        principalTable: "shortlist_panels",
                        principalColumn: "round_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shortlist_seats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder = table.Column<string>(type: "text", nullable: false),
                    filled = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    filled_by = table.Column<string>(type: "text", nullable: false),
                    is_resident = table.Column<bool>(type: "boolean", nullable: false),
                    was_present = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortlist_seats", x => x.id);
                    table.CheckConstraint("ck_shortlist_seats_filled", "holder <> '' and filled_by <> ''");
                    table.ForeignKey(
                        name: "fk_shortlist_seats_round_id",
                        column: x => x.round_id,
                        principalTable: "shortlist_panels",
                        principalColumn: "round_id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_shortlist_lines_round_id",
                table: "shortlist_lines",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_shortlist_panels_decided_by",
                table: "shortlist_panels",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_shortlist_seats_round_id",
                table: "shortlist_seats",
                column: "round_id");

            migrationBuilder.Sql(Scripts.Read("shortlists.sql"));
        }
    }
}
