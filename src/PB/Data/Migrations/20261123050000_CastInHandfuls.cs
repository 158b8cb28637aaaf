using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261123050000_CastInHandfuls")]
    public partial class CastInHandfuls : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Scripts.Read("casting_in_handfuls.sql"));
    }
}
