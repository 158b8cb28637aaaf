using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122070452_VoteByRegisterLetterOrInPerson")]
    public partial class VoteByRegisterLetterOrInPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "age_on",
                table: "rounds",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "connections",
                table: "rounds",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "Lives");

            migrationBuilder.AddColumn<string>(
                name: "membership",
                table: "rounds",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "proofs",
                table: "rounds",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "Declaration");

            migrationBuilder.CreateTable(
                name: "code_batches",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_batches", x => x.id);
                    table.CheckConstraint("ck_code_batches_size", "size between 1 and 5000");
                    table.CheckConstraint("ck_code_batches_voided_whole", "(voided_at is null) = (voided_because is null)");
                    table.ForeignKey(
                        name: "fk_code_batches_area_id",
                        column: x => x.area_id,
                        principalTable: "neighbourhoods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_code_batches_made_by",
                        column: x => x.made_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_code_batches_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    known = table.Column<int>(type: "integer", nullable: false),
                    elsewhere = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                    table.ForeignKey(
                        name: "fk_imports_made_by",
                        column: x => x.made_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_imports_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "postcode_positions",
                columns: table => new
                {
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: false),
                    longitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postcode_positions", x => x.postcode);
                    table.CheckConstraint("ck_postcode_positions_on_the_globe", "latitude between -90 and 90 and longitude between -180 and 180");
                });

            migrationBuilder.CreateTable(
                name: "provisional_voters",
                schema: "register",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    because = table.Column<string>(type: "text", nullable: true),
                    conflict = table.Column<Guid>(type: "uuid", nullable: true),
                    claimed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provisional_voters", x => new { x.round_id, x.voter_id });
                    table.CheckConstraint("ck_provisional_voters_decided_whole", "(decision is null) = (reason is null) and (decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)");
                    table.CheckConstraint("ck_provisional_voters_forgotten", "confirmed_at is null or num_nonnulls(name, born_on, address, because) = 0");
                    table.CheckConstraint("ck_provisional_voters_two_people", "confirmed_by is null or decided_by is not null and confirmed_by <> decided_by");
                    table.ForeignKey(
                        name: "fk_provisional_voters_confirmed_by",
                        column: x => x.confirmed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provisional_voters_conflict",
                        column: x => x.conflict,
                        principalSchema: "register",
                        principalTable: "voters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provisional_voters_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provisional_voters_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_provisional_voters_voter_id",
                        column: x => x.voter_id,
                        principalSchema: "register",
                        principalTable: "voters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roll_entries",
                schema: "register",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    connection = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    age = table.Column<int>(type: "integer", nullable: true),
                    postcode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roll_entries", x => new { x.round_id, x.voter_id });
                    table.CheckConstraint("ck_roll_entries_age", "age between 0 and 130");
                    table.ForeignKey(
                        name: "fk_roll_entries_area_id",
                        column: x => x.area_id,
                        principalTable: "neighbourhoods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_entries_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roll_entries_voter_id",
                        column: x => x.voter_id,
                        principalSchema: "register",
                        principalTable: "voters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "codes",
                schema: "register",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    serial = table.Column<int>(type: "integer", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes", x => x.id);
                    table.CheckConstraint("ck_codes_hashed", "length(digest) = 32");
                    table.CheckConstraint("ck_codes_voided_whole", "(voided_at is null) = (voided_because is null)");
                    table.ForeignKey(
                        name: "fk_codes_batch_id",
                        column: x => x.batch_id,
                        principalSchema: "register",
                        principalTable: "code_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_codes_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_codes_voter_id",
                        column: x => x.voter_id,
                        principalSchema: "register",
                        principalTable: "voters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "people",
                schema: "register",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    number_digest = table.Column<byte[]>(type: "bytea", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    area_id = table.Column<Guid>(type: "uuid", nullable: true),
                    age = table.Column<int>(type: "integer", nullable: true),
                    code_id = table.Column<Guid>(type: "uuid", nullable: true),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => new { x.round_id, x.digest });
                    table.CheckConstraint("ck_people_hashed", "length(digest) = 32 and (number_digest is null or length(number_digest) = 32)");
                    table.ForeignKey(
                        name: "fk_people_area_id",
                        column: x => x.area_id,
                        principalTable: "neighbourhoods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_code_id",
                        column: x => x.code_id,
                        principalSchema: "register",
                        principalTable: "codes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_import_id",
                        column: x => x.import_id,
                        principalSchema: "register",
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_people_voter_id",
                        column: x => x.voter_id,
                        principalSchema: "register",
                        principalTable: "voters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_code_batches_area_id",
                schema: "register",
                table: "code_batches",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_code_batches_made_by",
                schema: "register",
                table: "code_batches",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_code_batches_round_id",
                schema: "register",
                table: "code_batches",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_codes_round_id",
                schema: "register",
                table: "codes",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ux_codes_batch_id_serial",
                schema: "register",
                table: "codes",
                columns: new[] { "batch_id", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_codes_digest",
                schema: "register",
                table: "codes",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_codes_voter_id",
                schema: "register",
                table: "codes",
                column: "voter_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_made_by",
                schema: "register",
                table: "imports",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_imports_round_id",
                schema: "register",
                table: "imports",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_area_id",
                schema: "register",
                table: "people",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_code_id",
                schema: "register",
                table: "people",
                column: "code_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_import_id",
                schema: "register",
                table: "people",
                column: "import_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_round_id_number_digest",
                schema: "register",
                table: "people",
                columns: new[] { "round_id", "number_digest" });

            migrationBuilder.CreateIndex(
                name: "ix_people_voter_id",
                schema: "register",
                table: "people",
                column: "voter_id");

            migrationBuilder.CreateIndex(
                name: "ux_people_round_id_voter_id",
                schema: "register",
                table: "people",
                columns: new[] { "round_id", "voter_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_provisional_voters_confirmed_by",
                schema: "register",
                table: "provisional_voters",
                column: "confirmed_by");

            migrationBuilder.CreateIndex(
                name: "ix_provisional_voters_conflict",
                schema: "register",
                table: "provisional_voters",
                column: "conflict");

            migrationBuilder.CreateIndex(
                name: "ix_provisional_voters_decided_by",
                schema: "register",
                table: "provisional_voters",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ix_provisional_voters_voter_id",
                schema: "register",
                table: "provisional_voters",
                column: "voter_id");

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_area_id",
                schema: "register",
                table: "roll_entries",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_roll_entries_voter_id",
                schema: "register",
                table: "roll_entries",
                column: "voter_id");

            migrationBuilder.Sql(Scripts.Read("roll.sql"));
        }
    }
}
