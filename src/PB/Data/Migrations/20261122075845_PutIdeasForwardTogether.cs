using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122075845_PutIdeasForwardTogether")]
    public partial class PutIdeasForwardTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "carried_over_from",
                table: "proposals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "claim_code_hash",
                table: "proposals",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "claimed_at",
                table: "proposals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "consent",
                table: "proposals",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "event",
                table: "proposals",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "proposals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_after",
                table: "proposals",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "passed_on_at",
                table: "proposals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "running_costs",
                table: "proposals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "running_costs_by",
                table: "proposals",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "split_from",
                table: "proposals",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "written_down_by",
                table: "proposals",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "co_proposers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    declined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_co_proposers", x => x.id);
                    table.CheckConstraint("ck_co_proposers_one_answer", "accepted_at is null or declined_at is null");
                    table.ForeignKey(
                        name: "fk_co_proposers_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "comments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_the_council = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    shown_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comments", x => x.id);
                    table.CheckConstraint("ck_comments_reply", "(parent_id is not null) = (kind = 'Reply')");
                    table.CheckConstraint("ck_comments_text", "text <> ''");
                    table.ForeignKey(
                        name: "fk_comments_parent_id",
                        column: x => x.parent_id,
                        principalTable: "comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comments_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "endorsements",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_endorsements", x => new { x.proposal_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_endorsements_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_endorsements_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "idea_rules",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    endorsements_for_answer = table.Column<int>(type: "integer", nullable: false),
                    answer_within_days = table.Column<int>(type: "integer", nullable: false),
                    moderation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, defaultValue: "Afterwards"),
                    slow_mode_minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idea_rules", x => x.round_id);
                    table.CheckConstraint("ck_idea_rules_promise", "endorsements_for_answer >= 0 and answer_within_days between 1 and 365 and slow_mode_minutes between 0 and 1440");
                    table.ForeignKey(
                        name: "fk_idea_rules_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mergers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mergers", x => x.id);
                    table.CheckConstraint("ck_mergers_two", "proposal_id <> host_id");
                    table.ForeignKey(
                        name: "fk_mergers_host_id",
                        column: x => x.host_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mergers_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "owed_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    endorsements = table.Column<int>(type: "integer", nullable: false),
                    reached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_owed_answers", x => x.id);
                    table.CheckConstraint("ck_owed_answers_answered_whole", "(answered_at is null) = (text is null) and (answered_at is null) = (answered_by is null)");
                    table.ForeignKey(
                        name: "fk_owed_answers_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_owed_answers_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passed_on",
                columns: table => new
                {
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_whom = table.Column<string>(type: "text", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_by = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passed_on", x => x.proposal_id);
                    table.CheckConstraint("ck_passed_on_outcome_whole", "(outcome_at is null) = (outcome is null) and (outcome_at is null) = (outcome_by is null)");
                    table.CheckConstraint("ck_passed_on_says", "to_whom <> '' and reference <> '' and because <> ''");
                    table.ForeignKey(
                        name: "fk_passed_on_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passed_on_outcome_by",
                        column: x => x.outcome_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_passed_on_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "proposal_costs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_costs", x => x.id);
                    table.CheckConstraint("ck_proposal_costs_amount", "amount between 0 and 10000000000000 and what <> ''");
                    table.ForeignKey(
                        name: "fk_proposal_costs_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "proposal_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_places", x => x.id);
                    table.CheckConstraint("ck_proposal_places_place", "(latitude is null) = (longitude is null)");
                    table.ForeignKey(
                        name: "fk_proposal_places_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "proposal_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    estimate = table.Column<long>(type: "bigint", nullable: true),
                    costs = table.Column<string>(type: "text", nullable: false),
                    places = table.Column<string>(type: "text", nullable: false),
                    running_costs = table.Column<long>(type: "bigint", nullable: true),
                    running_costs_by = table.Column<string>(type: "text", nullable: false),
                    owner_after = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    by_staff = table.Column<bool>(type: "boolean", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposal_versions", x => x.id);
                    table.CheckConstraint("ck_proposal_versions_says_why", "number = 1 or because <> ''");
                    table.ForeignKey(
                        name: "fk_proposal_versions_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposal_versions_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "comment_reports",
                columns: table => new
                {
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_comment_reports", x => new { x.comment_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_comment_reports_comment_id",
                        column: x => x.comment_id,
                        principalTable: "comments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_comment_reports_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "moderation_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    comment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    hides = table.Column<bool>(type: "boolean", nullable: false),
                    because = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    appeal = table.Column<string>(type: "text", nullable: true),
                    appealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    overturned = table.Column<bool>(type: "boolean", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_moderation_acts", x => x.id);
                    table.CheckConstraint("ck_moderation_acts_decided_by_another", "decided_by is null or decided_by <> by");
                    table.CheckConstraint("ck_moderation_acts_decided_whole", "(decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null) and (decided_at is null or appealed_at is not null)");
                    table.CheckConstraint("ck_moderation_acts_says_why", "because <> ''");
                    table.ForeignKey(
                        name: "fk_moderation_acts_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_moderation_acts_comment_id",
                        column: x => x.comment_id,
                        principalTable: "comments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_moderation_acts_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "merger_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    merger_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    refused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merger_consents", x => x.id);
                    table.CheckConstraint("ck_merger_consents_one_answer", "agreed_at is null or refused_at is null");
                    table.ForeignKey(
                        name: "fk_merger_consents_merger_id",
                        column: x => x.merger_id,
                        principalTable: "mergers",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_carried_over_from",
                table: "proposals",
                column: "carried_over_from");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_merged_into",
                table: "proposals",
                column: "merged_into");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_split_from",
                table: "proposals",
                column: "split_from");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_written_down_by",
                table: "proposals",
                column: "written_down_by");

            migrationBuilder.CreateIndex(
                name: "ux_proposals_claim_code_hash",
                table: "proposals",
                column: "claim_code_hash",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_proposals_leaves_once",
                table: "proposals",
                sql: "num_nonnulls(merged_into, passed_on_at) <= 1 and (num_nonnulls(merged_into, passed_on_at) = 0 or withdrawn_at is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_proposals_running_costs",
                table: "proposals",
                sql: "running_costs is null or running_costs between 0 and 10000000000000");

            migrationBuilder.AddCheckConstraint(
                name: "ck_proposals_written_down_with_consent",
                table: "proposals",
                sql: "written_down_by is null or consent <> ''");

            migrationBuilder.CreateIndex(
                name: "ux_co_proposers_key_hash",
                table: "co_proposers",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_co_proposers_proposal_id_email",
                table: "co_proposers",
                columns: new[] { "proposal_id", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_comment_reports_person_id",
                table: "comment_reports",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_parent_id",
                table: "comments",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_person_id",
                table: "comments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_comments_proposal_id_at",
                table: "comments",
                columns: new[] { "proposal_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_endorsements_person_id",
                table: "endorsements",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_merger_consents_merger_id",
                table: "merger_consents",
                column: "merger_id");

            migrationBuilder.CreateIndex(
                name: "ux_merger_consents_key_hash",
                table: "merger_consents",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mergers_host_id",
                table: "mergers",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ux_mergers_proposal_id",
                table: "mergers",
                column: "proposal_id",
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_moderation_acts_by",
                table: "moderation_acts",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_moderation_acts_decided_by",
                table: "moderation_acts",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ux_moderation_acts_comment_id_number",
                table: "moderation_acts",
                columns: new[] { "comment_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_owed_answers_answered_by",
                table: "owed_answers",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ux_owed_answers_proposal_id",
                table: "owed_answers",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passed_on_by",
                table: "passed_on",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ix_passed_on_outcome_by",
                table: "passed_on",
                column: "outcome_by");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_costs_proposal_id",
                table: "proposal_costs",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_places_proposal_id",
                table: "proposal_places",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ix_proposal_versions_by",
                table: "proposal_versions",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "ux_proposal_versions_proposal_id_number",
                table: "proposal_versions",
                columns: new[] { "proposal_id", "number" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_proposals_carried_over_from",
                table: "proposals",
                column: "carried_over_from",
                principalTable: "proposals",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_proposals_merged_into",
                table: "proposals",
                column: "merged_into",
                principalTable: "proposals",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_proposals_split_from",
                table: "proposals",
                column: "split_from",
                principalTable: "proposals",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_proposals_written_down_by",
                table: "proposals",
                column: "written_down_by",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql(Scripts.Read("similar_proposals.sql"));
            migrationBuilder.Sql(Scripts.Read("ideas_in_the_journal.sql"));
        }
    }
}
