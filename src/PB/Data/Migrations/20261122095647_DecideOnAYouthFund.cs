using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    [DbContext(typeof(PbContext)), Migration("20261122095647_DecideOnAYouthFund")]
    public partial class DecideOnAYouthFund : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "grants");

            migrationBuilder.CreateTable(
                name: "adult_checks",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    renew_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_adult_checks", x => x.id);
                    table.CheckConstraint("ck_adult_checks_seen", "renew_on > checked_on and seen_by <> person_id");
                    table.ForeignKey(
                        name: "fk_adult_checks_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_adult_checks_seen_by",
                        column: x => x.seen_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funds",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    neighbourhood_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sign_over = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    age_extended_max = table.Column<int>(type: "integer", nullable: false),
                    age_max = table.Column<int>(type: "integer", nullable: false),
                    age_min = table.Column<int>(type: "integer", nullable: false),
                    parent_consent_under = table.Column<int>(type: "integer", nullable: false),
                    grant_prefix = table.Column<string>(type: "text", nullable: false),
                    letters = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    accountable_body = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    organisation_id = table.Column<string>(type: "text", nullable: false),
                    panel_rules = table.Column<string>(type: "text", nullable: false),
                    privacy_notice = table.Column<string>(type: "text", nullable: false),
                    safeguarding_policy = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funds", x => x.id);
                    table.CheckConstraint("ck_funds_ages", "age_min between 11 and 25 and age_max between age_min and 25 and age_extended_max between age_max and 25 and parent_consent_under between 13 and 18");
                    table.ForeignKey(
                        name: "fk_funds_neighbourhood_id",
                        column: x => x.neighbourhood_id,
                        principalTable: "neighbourhoods",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "host_organisations",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    organisation_id = table.Column<string>(type: "text", nullable: false),
                    safeguarding_policy = table.Column<string>(type: "text", nullable: false),
                    policy_reviewed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    insured_until = table.Column<DateOnly>(type: "date", nullable: true),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    blocked_because = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_organisations_created_by",
                        column: x => x.created_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_appointments",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    appointed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_appointments", x => x.id);
                    table.CheckConstraint("ck_fund_appointments_by_another", "person_id <> appointed_by");
                    table.ForeignKey(
                        name: "fk_fund_appointments_appointed_by",
                        column: x => x.appointed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fund_appointments_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fund_appointments_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panels",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    min_members = table.Column<int>(type: "integer", nullable: false),
                    term_months = table.Column<int>(type: "integer", nullable: false),
                    parent_panel_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panels", x => x.id);
                    table.CheckConstraint("ck_panels_members", "min_members >= 3 and term_months between 1 and 36 and parent_panel_id <> id");
                    table.ForeignKey(
                        name: "fk_panels_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panels_parent_panel_id",
                        column: x => x.parent_panel_id,
                        principalSchema: "grants",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pots",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    spend_by = table.Column<DateOnly>(type: "date", nullable: true),
                    carry_rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ages = table.Column<string[]>(type: "text[]", nullable: false),
                    areas = table.Column<string[]>(type: "text[]", nullable: false),
                    first_time_only = table.Column<bool>(type: "boolean", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pots", x => x.id);
                    table.ForeignKey(
                        name: "fk_pots_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calls",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    criteria_agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    marking_opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_because = table.Column<string>(type: "text", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    marking_closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    meeting_on = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    publishes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    max_award = table.Column<long>(type: "bigint", nullable: false),
                    min_award = table.Column<long>(type: "bigint", nullable: false),
                    per_host_cap12_months = table.Column<long>(type: "bigint", nullable: true),
                    per_item_cap = table.Column<long>(type: "bigint", nullable: true),
                    adjust_marks = table.Column<bool>(type: "boolean", nullable: false),
                    allocation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    appeal_days = table.Column<int>(type: "integer", nullable: false),
                    min_cards = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    secrecy = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ties = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    weights_abstained = table.Column<int>(type: "integer", nullable: true),
                    weights_active = table.Column<int>(type: "integer", nullable: true),
                    weights_against = table.Column<int>(type: "integer", nullable: true),
                    weights_for = table.Column<int>(type: "integer", nullable: true),
                    weights_present = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calls", x => x.id);
                    table.CheckConstraint("ck_calls_announced", "announced_at is null or criteria_agreed_at is not null and num_nulls(opens_at, closes_at, marking_closes_at, meeting_on, publishes_at) = 0");
                    table.CheckConstraint("ck_calls_dates", "closes_at > opens_at and marking_closes_at > closes_at and meeting_on >= marking_closes_at and publishes_at > meeting_on");
                    table.CheckConstraint("ck_calls_money", "min_award >= 0 and max_award >= min_award");
                    table.CheckConstraint("ck_calls_weights", "(criteria_agreed_at is null) = (weights_active is null)");
                    table.ForeignKey(
                        name: "fk_calls_fund_id",
                        column: x => x.fund_id,
                        principalSchema: "grants",
                        principalTable: "funds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calls_panel_id",
                        column: x => x.panel_id,
                        principalSchema: "grants",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_members",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    panel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    display_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    born_on = table.Column<byte[]>(type: "bytea", nullable: false),
                    age_extension = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    parent_email = table.Column<string>(type: "text", nullable: false),
                    parent_key_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    trained_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    code_signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panel_members", x => x.id);
                    table.CheckConstraint("ck_panel_members_joined", "(person_id is null) = (joined_at is null)");
                    table.ForeignKey(
                        name: "fk_panel_members_panel_id",
                        column: x => x.panel_id,
                        principalSchema: "grants",
                        principalTable: "panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_panel_members_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pot_entries",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    award_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pot_entries", x => x.id);
                    table.CheckConstraint("ck_pot_entries_amount", "amount > 0");
                    table.ForeignKey(
                        name: "fk_pot_entries_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pot_entries_pot_id",
                        column: x => x.pot_id,
                        principalSchema: "grants",
                        principalTable: "pots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "applications",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @ref = table.Column<string>(name: "ref", type: "character varying(20)", maxLength: 20, nullable: true),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    adult_email = table.Column<string>(type: "text", nullable: false),
                    adult_id = table.Column<Guid>(type: "uuid", nullable: true),
                    host_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    version_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cosigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    found_eligible_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    found_ineligible_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ineligible_because = table.Column<string>(type: "text", nullable: false),
                    help_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    other_funding = table.Column<long>(type: "bigint", nullable: false),
                    requested = table.Column<long>(type: "bigint", nullable: false),
                    viable = table.Column<long>(type: "bigint", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    keeping_safe = table.Column<string>(type: "text", nullable: false),
                    need = table.Column<string>(type: "text", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: true),
                    young_led = table.Column<string>(type: "text", nullable: false),
                    age_bands = table.Column<string[]>(type: "text[]", nullable: false),
                    areas = table.Column<string[]>(type: "text[]", nullable: false),
                    first_time = table.Column<bool>(type: "boolean", nullable: false),
                    group_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group_name = table.Column<string>(type: "text", nullable: false),
                    team_size = table.Column<int>(type: "integer", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applications", x => x.id);
                    table.CheckConstraint("ck_applications_amounts", "requested >= 0 and viable between 0 and requested and other_funding >= 0");
                    table.CheckConstraint("ck_applications_found", "num_nonnulls(found_eligible_at, found_ineligible_at) <= 1");
                    table.CheckConstraint("ck_applications_sent", "(submitted_at is null) = (version_hash is null) and (submitted_at is null or ref is not null)");
                    table.CheckConstraint("ck_applications_signed", "cosigned_at is null or submitted_at is not null and adult_id is not null and adult_id <> lead_id");
                    table.ForeignKey(
                        name: "fk_applications_adult_id",
                        column: x => x.adult_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_host_organisation_id",
                        column: x => x.host_organisation_id,
                        principalSchema: "grants",
                        principalTable: "host_organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_applications_lead_id",
                        column: x => x.lead_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "call_pots",
                schema: "grants",
                columns: table => new
                {
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pot_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_pots", x => new { x.call_id, x.pot_id });
                    table.ForeignKey(
                        name: "fk_call_pots_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_call_pots_pot_id",
                        column: x => x.pot_id,
                        principalSchema: "grants",
                        principalTable: "pots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    anchors = table.Column<string[]>(type: "text[]", nullable: false),
                    weight = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria", x => x.id);
                    table.CheckConstraint("ck_criteria_weight", "weight between 1 and 100 and cardinality(anchors) = 6");
                    table.ForeignKey(
                        name: "fk_criteria_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "eligibility_rules",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    percent = table.Column<int>(type: "integer", nullable: true),
                    blocking = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eligibility_rules", x => x.id);
                    table.CheckConstraint("ck_eligibility_rules_share", "(kind = 'ShareOfBudget') = (category is not null) and (category is null) = (percent is null) and percent between 0 and 100");
                    table.ForeignKey(
                        name: "fk_eligibility_rules_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "weight_votes",
                schema: "grants",
                columns: table => new
                {
                    call_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_weight_votes", x => new { x.call_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_weight_votes_call_id",
                        column: x => x.call_id,
                        principalSchema: "grants",
                        principalTable: "calls",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_weight_votes_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_member_id",
                        column: x => x.member_id,
                        principalSchema: "grants",
                        principalTable: "panel_members",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "budget_lines",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: false),
                    eligible = table.Column<bool>(type: "boolean", nullable: false),
                    capital = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget_lines", x => x.id);
                    table.CheckConstraint("ck_budget_lines_amount", "quantity > 0 and unit_price >= 0");
                    table.ForeignKey(
                        name: "fk_budget_lines_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "conflict_declarations",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conflict_declarations", x => x.id);
                    table.CheckConstraint("ck_conflict_declarations_reason", "level <> 'Conflict' or reason is not null");
                    table.ForeignKey(
                        name: "fk_conflict_declarations_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conflict_declarations_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_queries",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    mended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eligibility_queries", x => x.id);
                    table.ForeignKey(
                        name: "fk_eligibility_queries_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_eligibility_queries_asked_by",
                        column: x => x.asked_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signatures",
                schema: "grants",
                columns: table => new
                {
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signatures", x => new { x.application_id, x.version });
                    table.ForeignKey(
                        name: "fk_signatures_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_signatures_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_checks",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eligibility_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_eligibility_checks_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_eligibility_checks_by_id",
                        column: x => x.by_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_eligibility_checks_rule_id",
                        column: x => x.rule_id,
                        principalSchema: "grants",
                        principalTable: "eligibility_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waivers",
                schema: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rule_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agreed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waivers", x => x.id);
                    table.CheckConstraint("ck_waivers_two", "reason <> '' and (agreed_by is null) = (agreed_at is null) and agreed_by is distinct from proposed_by");
                    table.ForeignKey(
                        name: "fk_waivers_agreed_by",
                        column: x => x.agreed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waivers_application_id",
                        column: x => x.application_id,
                        principalSchema: "grants",
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waivers_proposed_by",
                        column: x => x.proposed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_waivers_rule_id",
                        column: x => x.rule_id,
                        principalSchema: "grants",
                        principalTable: "eligibility_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_adult_checks_person_id",
                schema: "grants",
                table: "adult_checks",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_adult_checks_seen_by",
                schema: "grants",
                table: "adult_checks",
                column: "seen_by");

            migrationBuilder.CreateIndex(
                name: "ix_applications_adult_id",
                schema: "grants",
                table: "applications",
                column: "adult_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_call_id",
                schema: "grants",
                table: "applications",
                column: "call_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_host_organisation_id",
                schema: "grants",
                table: "applications",
                column: "host_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_lead_id",
                schema: "grants",
                table: "applications",
                column: "lead_id");

            migrationBuilder.CreateIndex(
                name: "ux_applications_ref",
                schema: "grants",
                table: "applications",
                column: "ref",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_budget_lines_application_id_number",
                schema: "grants",
                table: "budget_lines",
                columns: new[] { "application_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_pots_pot_id",
                schema: "grants",
                table: "call_pots",
                column: "pot_id");

            migrationBuilder.CreateIndex(
                name: "ix_calls_panel_id",
                schema: "grants",
                table: "calls",
                column: "panel_id");

            migrationBuilder.CreateIndex(
                name: "ux_calls_fund_id_slug",
                schema: "grants",
                table: "calls",
                columns: new[] { "fund_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_conflict_declarations_application_id_person_id_at",
                schema: "grants",
                table: "conflict_declarations",
                columns: new[] { "application_id", "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_conflict_declarations_person_id",
                schema: "grants",
                table: "conflict_declarations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_member_id",
                schema: "grants",
                table: "consents",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "ux_criteria_call_id_number",
                schema: "grants",
                table: "criteria",
                columns: new[] { "call_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_checks_application_id_rule_id_at",
                schema: "grants",
                table: "eligibility_checks",
                columns: new[] { "application_id", "rule_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_checks_by_id",
                schema: "grants",
                table: "eligibility_checks",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_checks_rule_id",
                schema: "grants",
                table: "eligibility_checks",
                column: "rule_id");

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_queries_application_id",
                schema: "grants",
                table: "eligibility_queries",
                column: "application_id");

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_queries_asked_by",
                schema: "grants",
                table: "eligibility_queries",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ux_eligibility_rules_call_id_number",
                schema: "grants",
                table: "eligibility_rules",
                columns: new[] { "call_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fund_appointments_appointed_by",
                schema: "grants",
                table: "fund_appointments",
                column: "appointed_by");

            migrationBuilder.CreateIndex(
                name: "ix_fund_appointments_person_id",
                schema: "grants",
                table: "fund_appointments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_fund_appointments_fund_id_person_id_role",
                schema: "grants",
                table: "fund_appointments",
                columns: new[] { "fund_id", "person_id", "role" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_funds_neighbourhood_id",
                schema: "grants",
                table: "funds",
                column: "neighbourhood_id");

            migrationBuilder.CreateIndex(
                name: "ux_funds_slug",
                schema: "grants",
                table: "funds",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_organisations_created_by",
                schema: "grants",
                table: "host_organisations",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_panel_members_person_id",
                schema: "grants",
                table: "panel_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_panel_members_key_hash",
                schema: "grants",
                table: "panel_members",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_panel_members_panel_id_person_id",
                schema: "grants",
                table: "panel_members",
                columns: new[] { "panel_id", "person_id" },
                unique: true,
                filter: "left_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_panel_members_parent_key_hash",
                schema: "grants",
                table: "panel_members",
                column: "parent_key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_panels_parent_panel_id",
                schema: "grants",
                table: "panels",
                column: "parent_panel_id");

            migrationBuilder.CreateIndex(
                name: "ux_panels_fund_id_slug",
                schema: "grants",
                table: "panels",
                columns: new[] { "fund_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pot_entries_award_id",
                schema: "grants",
                table: "pot_entries",
                column: "award_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entries_by_id",
                schema: "grants",
                table: "pot_entries",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entries_pot_id_at",
                schema: "grants",
                table: "pot_entries",
                columns: new[] { "pot_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_pots_fund_id_order",
                schema: "grants",
                table: "pots",
                columns: new[] { "fund_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signatures_person_id",
                schema: "grants",
                table: "signatures",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_agreed_by",
                schema: "grants",
                table: "waivers",
                column: "agreed_by");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_proposed_by",
                schema: "grants",
                table: "waivers",
                column: "proposed_by");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_rule_id",
                schema: "grants",
                table: "waivers",
                column: "rule_id");

            migrationBuilder.CreateIndex(
                name: "ux_waivers_application_id_rule_id",
                schema: "grants",
                table: "waivers",
                columns: new[] { "application_id", "rule_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_weight_votes_person_id",
                schema: "grants",
                table: "weight_votes",
                column: "person_id");
            migrationBuilder.Sql(Scripts.Read("grants.sql"));
        }
    }
}
