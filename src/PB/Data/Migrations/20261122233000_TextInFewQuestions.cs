using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122233000_TextInFewQuestions")]
    public partial class TextInFewQuestions : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Scripts.Read("texts_in_few_questions.sql"));
    }
}
