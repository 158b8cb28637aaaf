using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122194500_DeleteAnAccount")]
    public partial class DeleteAnAccount : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_comments_text",
                table: "comments");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "erased_at",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "taken_away_at",
                table: "comments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_people_erased_whole",
                table: "people",
                sql: "erased_at is null or name = '' and num_nonnulls(email, normalized_email, user_name, normalized_user_name, password_hash, phone_number) = 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_comments_text",
                table: "comments",
                sql: "(text = '') = (taken_away_at is not null)");

            migrationBuilder.Sql(Scripts.Read("departures.sql"));
            migrationBuilder.Sql(Scripts.Read("second_opinions.sql"));
        }
    }
}
