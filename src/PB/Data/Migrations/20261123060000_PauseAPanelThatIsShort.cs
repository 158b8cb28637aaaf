using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261123060000_PauseAPanelThatIsShort")]
    public partial class PauseAPanelThatIsShort : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "paused_at",
                schema: "grants",
                table: "calls",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "suspended_at",
                schema: "grants",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "hand_up_at",
                schema: "grants",
                table: "attendances",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_calls_paused",
                schema: "grants",
                table: "calls",
                sql: "paused_at is null or announced_at <= paused_at");

            migrationBuilder.AddCheckConstraint(
                name: "ck_meetings_suspended",
                schema: "grants",
                table: "meetings",
                sql: "suspended_at is null or opened_at <= suspended_at");
        }
    }
}
