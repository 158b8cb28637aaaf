using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Proposals;

namespace PB.Screening;

sealed class AssignmentMapping :
    IEntityTypeConfiguration<Assignment>,
    IEntityTypeConfiguration<AssignmentAnswer>,
    IEntityTypeConfiguration<AssignmentStep>,
    IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignments", table =>
        {
            table.HasCheckConstraint("ck_assignments_four_eyes", "accepted_by is null or (answered_by is not null and accepted_by <> answered_by)");
            table.HasCheckConstraint("ck_assignments_answered", "(answered_by is null) = (answered_at is null) and (accepted_by is null) = (accepted_at is null)");
            table.HasCheckConstraint("ck_assignments_ended", "ended_at is null or accepted_at is null");
            table.HasCheckConstraint("ck_assignments_estimate", "estimate is null or estimate between 0 and 10000000000000");
        });
        builder.Ignore(assignment => assignment.IsOpen);
        builder.HasIndex(assignment => new { assignment.ProposalId, assignment.DepartmentId }).IsUnique().HasFilter("ended_at is null");
        builder.HasIndex(assignment => new { assignment.DepartmentId, assignment.DueAt }).HasFilter("ended_at is null and accepted_at is null");
        builder.HasOne<Proposal>().WithMany().HasForeignKey(assignment => assignment.ProposalId);
        builder.HasOne<Department>().WithMany().HasForeignKey(assignment => assignment.DepartmentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.AnsweredBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.AcceptedBy);
        builder.HasMany(assignment => assignment.Answers).WithOne().HasForeignKey(answer => answer.AssignmentId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(assignment => assignment.Steps).WithOne().HasForeignKey(step => step.AssignmentId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<AssignmentAnswer> builder)
    {
        builder.ToTable("assignment_answers");
        builder.HasKey(answer => new { answer.AssignmentId, answer.QuestionId });
        builder.HasOne<ChecklistQuestion>().WithMany().HasForeignKey(answer => answer.QuestionId);
    }

    public void Configure(EntityTypeBuilder<AssignmentStep> builder)
    {
        builder.ToTable("assignment_steps");
        builder.HasOne<Person>().WithMany().HasForeignKey(step => step.PersonId);
    }

    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.ToTable("interests", table => table.HasCheckConstraint("ck_interests_reason", "reason <> ''"));
        builder.HasIndex(interest => new { interest.ProposalId, interest.PersonId }).IsUnique();
        builder.HasOne<Proposal>().WithMany().HasForeignKey(interest => interest.ProposalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(interest => interest.PersonId);
    }
}
