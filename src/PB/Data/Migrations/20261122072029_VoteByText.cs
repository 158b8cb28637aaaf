using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122072029_VoteByText")]
    public partial class VoteByText : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "sms");

            migrationBuilder.CreateTable(
                name: "numbers",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    compared_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_numbers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "phones",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    is_british = table.Column<bool>(type: "boolean", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    opted_out_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    invalid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    quiet_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phones", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                schema: "sms",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    keyword = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    proof = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    confirm_first = table.Column<bool>(type: "boolean", nullable: false),
                    echo = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    help_phone = table.Column<string>(type: "text", nullable: false),
                    short_address = table.Column<string>(type: "text", nullable: false),
                    example = table.Column<string>(type: "text", nullable: true),
                    spend_limit = table.Column<long>(type: "bigint", nullable: true),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    empty_passes = table.Column<int>(type: "integer", nullable: false),
                    reconciled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rounds", x => x.round_id);
                    table.ForeignKey(
                        name: "fk_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "code_attempts",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_attempts", x => x.id);
                    table.ForeignKey(
                        name: "fk_code_attempts_number_id",
                        column: x => x.number_id,
                        principalSchema: "sms",
                        principalTable: "numbers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_code_attempts_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "codes",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    batch = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_by = table.Column<Guid>(type: "uuid", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    void_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_codes_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_codes_used_by",
                        column: x => x.used_by,
                        principalSchema: "sms",
                        principalTable: "phones",
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
                name: "echoes",
                schema: "sms",
                columns: table => new
                {
                    phone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_echoes", x => new { x.phone_id, x.round_id });
                    table.ForeignKey(
                        name: "fk_echoes_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_echoes_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ideas",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reference = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ideas", x => x.id);
                    table.ForeignKey(
                        name: "fk_ideas_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ideas_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inbound",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_sid = table.Column<string>(type: "text", nullable: false),
                    number_id = table.Column<Guid>(type: "uuid", nullable: true),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    provider_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opt_out_type = table.Column<string>(type: "text", nullable: true),
                    media_count = table.Column<int>(type: "integer", nullable: false),
                    said = table.Column<string>(type: "text", nullable: true),
                    reply = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    redacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound", x => x.id);
                    table.ForeignKey(
                        name: "fk_inbound_number_id",
                        column: x => x.number_id,
                        principalSchema: "sms",
                        principalTable: "numbers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inbound_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inbound_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "link_codes",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checks = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_link_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_link_codes_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_link_codes_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "phone_links",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    voter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    proof = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phone_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_phone_links_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_phone_links_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_phone_links_voter_id",
                        column: x => x.voter_id,
                        principalSchema: "register",
                        principalTable: "voters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "result_wishes",
                schema: "sms",
                columns: table => new
                {
                    phone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_wishes", x => new { x.phone_id, x.round_id });
                    table.ForeignKey(
                        name: "fk_result_wishes_number_id",
                        column: x => x.number_id,
                        principalSchema: "sms",
                        principalTable: "numbers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_result_wishes_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_result_wishes_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "sms",
                columns: table => new
                {
                    phone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    pending = table.Column<byte[]>(type: "bytea", nullable: true),
                    held = table.Column<byte[]>(type: "bytea", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reminded = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => new { x.phone_id, x.number_id });
                    table.ForeignKey(
                        name: "fk_sessions_number_id",
                        column: x => x.number_id,
                        principalSchema: "sms",
                        principalTable: "numbers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "round_numbers",
                schema: "sms",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_round_numbers", x => new { x.round_id, x.number_id });
                    table.ForeignKey(
                        name: "fk_round_numbers_number_id",
                        column: x => x.number_id,
                        principalSchema: "sms",
                        principalTable: "numbers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_round_numbers_round_id",
                        column: x => x.round_id,
                        principalSchema: "sms",
                        principalTable: "rounds",
                        principalColumn: "round_id");
                });

            migrationBuilder.CreateTable(
                name: "titles",
                schema: "sms",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_titles", x => new { x.round_id, x.number });
                    table.CheckConstraint("ck_titles_number", "number between 1 and 999");
                    table.ForeignKey(
                        name: "fk_titles_round_id",
                        column: x => x.round_id,
                        principalSchema: "sms",
                        principalTable: "rounds",
                        principalColumn: "round_id");
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: true),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    handled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                    table.ForeignKey(
                        name: "fk_alerts_handled_by",
                        column: x => x.handled_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alerts_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alerts_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_alerts_text_id",
                        column: x => x.text_id,
                        principalSchema: "sms",
                        principalTable: "inbound",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "sms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_to = table.Column<Guid>(type: "uuid", nullable: true),
                    reply = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<byte[]>(type: "bytea", nullable: true),
                    segments = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    not_after = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message_sid = table.Column<string>(type: "text", nullable: true),
                    error_code = table.Column<int>(type: "integer", nullable: true),
                    redacted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_answer_to",
                        column: x => x.answer_to,
                        principalSchema: "sms",
                        principalTable: "inbound",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outbox_number_id",
                        column: x => x.number_id,
                        principalSchema: "sms",
                        principalTable: "numbers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outbox_phone_id",
                        column: x => x.phone_id,
                        principalSchema: "sms",
                        principalTable: "phones",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_outbox_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_handled_by",
                schema: "sms",
                table: "alerts",
                column: "handled_by");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_phone_id",
                schema: "sms",
                table: "alerts",
                column: "phone_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_round_id",
                schema: "sms",
                table: "alerts",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_alerts_text_id",
                schema: "sms",
                table: "alerts",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ix_code_attempts_number_id",
                schema: "sms",
                table: "code_attempts",
                column: "number_id");

            migrationBuilder.CreateIndex(
                name: "ix_code_attempts_phone_id_at",
                schema: "sms",
                table: "code_attempts",
                columns: new[] { "phone_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_codes_round_id",
                schema: "sms",
                table: "codes",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_codes_used_by",
                schema: "sms",
                table: "codes",
                column: "used_by");

            migrationBuilder.CreateIndex(
                name: "ix_codes_voter_id",
                schema: "sms",
                table: "codes",
                column: "voter_id");

            migrationBuilder.CreateIndex(
                name: "ux_codes_fingerprint",
                schema: "sms",
                table: "codes",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_echoes_round_id",
                schema: "sms",
                table: "echoes",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_phone_id",
                schema: "sms",
                table: "ideas",
                column: "phone_id");

            migrationBuilder.CreateIndex(
                name: "ix_ideas_round_id",
                schema: "sms",
                table: "ideas",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_number_id",
                schema: "sms",
                table: "inbound",
                column: "number_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_outcome_received_at",
                schema: "sms",
                table: "inbound",
                columns: new[] { "outcome", "received_at" },
                filter: "outcome = 'Held'");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_phone_id_received_at",
                schema: "sms",
                table: "inbound",
                columns: new[] { "phone_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_inbound_round_id",
                schema: "sms",
                table: "inbound",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ux_inbound_message_sid",
                schema: "sms",
                table: "inbound",
                column: "message_sid",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_link_codes_fingerprint",
                schema: "sms",
                table: "link_codes",
                column: "fingerprint");

            migrationBuilder.CreateIndex(
                name: "ix_link_codes_person_id",
                schema: "sms",
                table: "link_codes",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_link_codes_phone_id",
                schema: "sms",
                table: "link_codes",
                column: "phone_id");

            migrationBuilder.CreateIndex(
                name: "ux_numbers_number",
                schema: "sms",
                table: "numbers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_sid",
                schema: "sms",
                table: "outbox",
                column: "message_sid");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at",
                schema: "sms",
                table: "outbox",
                column: "next_try_at",
                filter: "next_try_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_number_id",
                schema: "sms",
                table: "outbox",
                column: "number_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_phone_id_created_at",
                schema: "sms",
                table: "outbox",
                columns: new[] { "phone_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_round_id",
                schema: "sms",
                table: "outbox",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ux_outbox_answer_to",
                schema: "sms",
                table: "outbox",
                column: "answer_to",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_phone_links_round_id",
                schema: "sms",
                table: "phone_links",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_phone_links_voter_id",
                schema: "sms",
                table: "phone_links",
                column: "voter_id");

            migrationBuilder.CreateIndex(
                name: "ux_phone_links_phone_id_round_id",
                schema: "sms",
                table: "phone_links",
                columns: new[] { "phone_id", "round_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ux_phones_fingerprint",
                schema: "sms",
                table: "phones",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_result_wishes_number_id",
                schema: "sms",
                table: "result_wishes",
                column: "number_id");

            migrationBuilder.CreateIndex(
                name: "ix_result_wishes_round_id",
                schema: "sms",
                table: "result_wishes",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_round_numbers_number_id",
                schema: "sms",
                table: "round_numbers",
                column: "number_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_number_id",
                schema: "sms",
                table: "sessions",
                column: "number_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_round_id",
                schema: "sms",
                table: "sessions",
                column: "round_id");

            migrationBuilder.Sql(Scripts.Read("texts.sql"));
        }
    }
}
