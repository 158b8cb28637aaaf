using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122110500_OfferWhatAPanelDecided")]
    public partial class OfferWhatAPanelDecided : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "decision_id",
                schema: "grants",
                table: "awards",
                type: "uuid",
                nullable: false,
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_awards_decision_id",
                schema: "grants",
                table: "awards",
                column: "decision_id");

            migrationBuilder.AddForeignKey(
                name: "fk_awards_decision_id",
                schema: "grants",
                table: "awards",
                column: "decision_id",
                principalSchema: "grants",
                principalTable: "decisions",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(Scripts.Read("offers.sql"));
        }
    }
}
