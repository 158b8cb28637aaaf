using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122170500_DrawNumbersByLot")]
    public partial class DrawNumbersByLot : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "earlier_number",
                table: "proposals",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "number_lots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seed = table.Column<string>(type: "text", nullable: false),
                    first = table.Column<int>(type: "integer", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    drawn_by = table.Column<Guid>(type: "uuid", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_lots", x => x.id);
                    table.CheckConstraint("ck_number_lots_numbers", "first > 0 and count > 0 and seed <> ''");
                    table.ForeignKey(
                        name: "fk_number_lots_drawn_by",
                        column: x => x.drawn_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_number_lots_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_proposals_round_id_earlier_number",
                table: "proposals",
                columns: new[] { "round_id", "earlier_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_number_lots_drawn_by",
                table: "number_lots",
                column: "drawn_by");

            migrationBuilder.CreateIndex(
                name: "ux_number_lots_round_id_first",
                table: "number_lots",
                columns: new[] { "round_id", "first" },
                unique: true);

            migrationBuilder.Sql(Scripts.Read("numbers_by_lot.sql"));
        }
    }
}
