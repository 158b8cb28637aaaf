using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122220000_CorrectWhatWasSaidWrongly")]
    public partial class CorrectWhatWasSaidWrongly : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "corrections",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                    table.CheckConstraint("ck_corrections_words", "because <> '' and role in ('Chair', 'YouthWorker')");
                    table.ForeignKey(
                        name: "fk_corrections_decision_id",
                        column: x => x.decision_id,
                        principalSchema: "grants",
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_corrections_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_corrections_person_id",
                schema: "grants",
                table: "corrections",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_corrections_decision_id_role",
                schema: "grants",
                table: "corrections",
                columns: new[] { "decision_id", "role" },
                unique: true);

            migrationBuilder.Sql(Scripts.Read("corrections.sql"));
        }
    }
}
