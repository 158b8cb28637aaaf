using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122013447_DecideByTwo")]
    public partial class DecideByTwo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_entries_actor_id",
                schema: "journal",
                table: "entries");

            migrationBuilder.AddColumn<string>(
                name: "certified_as",
                table: "rounds",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "certified_at",
                table: "rounds",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "challenge_days",
                table: "rounds",
                type: "integer",
                nullable: false,
                defaultValue: 5);

            migrationBuilder.AddColumn<bool>(
                name: "is_rehearsal",
                table: "rounds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "annulled",
                table: "results",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int[]>(
                name: "funded_with_annulled",
                table: "results",
                type: "integer[]",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "published_at",
                table: "results",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "anomalies",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    noticed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_anomalies", x => x.id);
                    table.CheckConstraint("ck_anomalies_decided_whole", "(decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (reason is null)");
                    table.ForeignKey(
                        name: "fk_anomalies_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_anomalies_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "challenges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result_version = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_challenges", x => x.id);
                    table.CheckConstraint("ck_challenges_answered_whole", "(answered_at is null) = (answer is null) and (answered_at is null) = (outcome is null) and (answered_at is null) = (answered_by is null)");
                    table.ForeignKey(
                        name: "fk_challenges_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_challenges_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_challenges_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_rounds_certified_after_publication",
                table: "rounds",
                sql: "certified_at is null or published_at is not null");

            migrationBuilder.AddCheckConstraint(
                name: "ck_rounds_challenge_days",
                table: "rounds",
                sql: "challenge_days between 0 and 60");

            migrationBuilder.CreateIndex(
                name: "ix_anomalies_decided_by",
                schema: "register",
                table: "anomalies",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_anomalies_round_id",
                schema: "register",
                table: "anomalies",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ux_anomalies_kind_key_round_id",
                schema: "register",
                table: "anomalies",
                columns: new[] { "kind", "key", "round_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_challenges_answered_by",
                table: "challenges",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_challenges_person_id",
                table: "challenges",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_challenges_round_id",
                table: "challenges",
                column: "round_id");

            migrationBuilder.Sql("update results set published_at = r.published_at from rounds r where r.id = round_id");
            migrationBuilder.Sql(Scripts.Read("journal.sql"));
            migrationBuilder.Sql(Scripts.Read("approvals.sql"));
            migrationBuilder.Sql(Scripts.Read("after_the_close.sql"));
            migrationBuilder.Sql(Scripts.Read("acts_of_two.sql"));
            migrationBuilder.Sql(Scripts.Read("turnout.sql"));
            migrationBuilder.Sql(Scripts.Read("rehearsals.sql"));
        }
    }
}
