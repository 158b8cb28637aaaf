using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PB.Data.Migrations
{
    /// <inheritdoc />
    [DbContext(typeof(PbContext)), Migration("20261122070446_CheckIdeasInDepartments")]
    public partial class CheckIdeasInDepartments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "appeals",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    granted = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appeals", x => x.decision_id);
                    table.CheckConstraint("ck_appeals_answered", "(answered_at is null) = (answered_by is null) and (answered_at is null) = (granted is null) and (answered_at is null or made_at is not null)");
                    table.CheckConstraint("ck_appeals_made", "(made_at is null) = (reason = '') and (made_at is null) = (due_at is null) and made_at < until");
                    table.ForeignKey(
                        name: "fk_appeals_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appeals_decision_id",
                        column: x => x.decision_id,
                        principalTable: "screening_decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_appeals_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exclusions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    one = table.Column<int>(type: "integer", nullable: false),
                    other = table.Column<int>(type: "integer", nullable: false),
                    excludes = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exclusions", x => x.id);
                    table.CheckConstraint("ck_exclusions_two", "one < other and reason <> ''");
                    table.ForeignKey(
                        name: "fk_exclusions_decided_by",
                        column: x => x.decided_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exclusions_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "interests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interests", x => x.id);
                    table.CheckConstraint("ck_interests_reason", "reason <> ''");
                    table.ForeignKey(
                        name: "fk_interests_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interests_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mendings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    description_before = table.Column<string>(type: "text", nullable: false),
                    place_before = table.Column<string>(type: "text", nullable: false),
                    estimate_before = table.Column<long>(type: "bigint", nullable: true),
                    mended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    what_changed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mendings", x => x.id);
                    table.CheckConstraint("ck_mendings_in_time", "(mended_at is null) = (what_changed = '') and mended_at < until");
                    table.ForeignKey(
                        name: "fk_mendings_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checklist_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    checklist_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    question = table.Column<string>(type: "text", nullable: false),
                    guidance = table.Column<string>(type: "text", nullable: false),
                    condition = table.Column<string>(type: "text", nullable: false),
                    when_passed = table.Column<string>(type: "text", nullable: false),
                    when_failed = table.Column<string>(type: "text", nullable: false),
                    when_mendable = table.Column<string>(type: "text", nullable: false),
                    may_not_apply = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_checklist_questions", x => x.id);
                    table.CheckConstraint("ck_checklist_questions_words", "question <> '' and condition <> '' and when_failed <> ''");
                    table.ForeignKey(
                        name: "fk_checklist_questions_checklist_id",
                        column: x => x.checklist_id,
                        principalTable: "checklists",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "screening_plans",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checklist_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_days = table.Column<int>(type: "integer", nullable: false),
                    appeal_answer_days = table.Column<int>(type: "integer", nullable: false),
                    appeal_days = table.Column<int>(type: "integer", nullable: false),
                    mend_days = table.Column<int>(type: "integer", nullable: false),
                    publication_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_plans", x => x.round_id);
                    table.CheckConstraint("ck_screening_plans_times", "answer_days > 0 and mend_days > 0 and appeal_days > 0 and appeal_answer_days > 0 and publication_days >= appeal_days + appeal_answer_days");
                    table.ForeignKey(
                        name: "fk_screening_plans_checklist_id",
                        column: x => x.checklist_id,
                        principalTable: "checklists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_screening_plans_round_id",
                        column: x => x.round_id,
                        principalTable: "rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    estimate = table.Column<long>(type: "bigint", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.CheckConstraint("ck_assignments_answered", "(answered_by is null) = (answered_at is null) and (accepted_by is null) = (accepted_at is null)");
                    table.CheckConstraint("ck_assignments_ended", "ended_at is null or accepted_at is null");
                    table.CheckConstraint("ck_assignments_estimate", "estimate is null or estimate between 0 and 10000000000000");
                    table.CheckConstraint("ck_assignments_four_eyes", "accepted_by is null or (answered_by is not null and accepted_by <> answered_by)");
                    table.ForeignKey(
                        name: "fk_assignments_accepted_by",
                        column: x => x.accepted_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_answered_by",
                        column: x => x.answered_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_proposal_id",
                        column: x => x.proposal_id,
                        principalTable: "proposals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "department_officers",
                columns: table => new
                {
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department_officers", x => new { x.department_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_department_officers_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_department_officers_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_answers",
                columns: table => new
                {
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_answers", x => new { x.assignment_id, x.question_id });
                    table.ForeignKey(
                        name: "fk_assignment_answers_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_assignment_answers_question_id",
                        column: x => x.question_id,
                        principalTable: "checklist_questions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignment_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assignment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignment_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignment_steps_assignment_id",
                        column: x => x.assignment_id,
                        principalTable: "assignments",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_assignment_steps_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_appeals_answered_by",
                table: "appeals",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_appeals_due_at",
                table: "appeals",
                column: "due_at",
                filter: "made_at is not null and answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_appeals_proposal_id",
                table: "appeals",
                column: "proposal_id");

            migrationBuilder.CreateIndex(
                name: "ux_appeals_key_hash",
                table: "appeals",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assignment_answers_question_id",
                table: "assignment_answers",
                column: "question_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_steps_assignment_id",
                table: "assignment_steps",
                column: "assignment_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignment_steps_person_id",
                table: "assignment_steps",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_accepted_by",
                table: "assignments",
                column: "accepted_by");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_answered_by",
                table: "assignments",
                column: "answered_by");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_department_id_due_at",
                table: "assignments",
                columns: new[] { "department_id", "due_at" },
                filter: "ended_at is null and accepted_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_assignments_proposal_id_department_id",
                table: "assignments",
                columns: new[] { "proposal_id", "department_id" },
                unique: true,
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_checklist_questions_checklist_id_position",
                table: "checklist_questions",
                columns: new[] { "checklist_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_checklists_name_version",
                table: "checklists",
                columns: new[] { "name", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_department_officers_person_id",
                table: "department_officers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_departments_slug",
                table: "departments",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_exclusions_decided_by",
                table: "exclusions",
                column: "decided_by");

            migrationBuilder.CreateIndex(
                name: "ux_exclusions_round_id_one_other",
                table: "exclusions",
                columns: new[] { "round_id", "one", "other" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interests_person_id",
                table: "interests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_interests_proposal_id_person_id",
                table: "interests",
                columns: new[] { "proposal_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_mendings_key_hash",
                table: "mendings",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_mendings_proposal_id",
                table: "mendings",
                column: "proposal_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_screening_plans_checklist_id",
                table: "screening_plans",
                column: "checklist_id");

            migrationBuilder.Sql(Scripts.Read("screening.sql"));
        }
    }
}
