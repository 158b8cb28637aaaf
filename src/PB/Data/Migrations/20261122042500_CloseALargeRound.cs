using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <summary>Changes functions of the database, and no table.</summary>
    [DbContext(typeof(PbContext)), Migration("20261122042500_CloseALargeRound")]
    public partial class CloseALargeRound : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Scripts.Read("large_rounds.sql"));
    }
}
