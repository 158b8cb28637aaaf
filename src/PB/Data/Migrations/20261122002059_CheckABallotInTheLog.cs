using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122002059_CheckABallotInTheLog")]
    public partial class CheckABallotInTheLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "packs",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    zip = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_packs", x => new { x.round_id, x.version });
                    table.CheckConstraint("ck_packs_level", "level between 1 and 3");
                    table.ForeignKey(
                        name: "fk_packs_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(Scripts.Read("ballot_log.sql"));
            migrationBuilder.Sql(Scripts.Read("ballot_log_sealing.sql"));
            migrationBuilder.Sql(Scripts.Read("ballot_log_closing.sql"));
            migrationBuilder.Sql(Scripts.Read("ballot_log_casting.sql"));
            migrationBuilder.Sql(Scripts.Read("ballot_log_publication.sql"));
            migrationBuilder.Sql(Scripts.Read("ballot_log_rights.sql"));
        }
    }
}
