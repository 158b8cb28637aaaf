using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Screening;

sealed class DepartmentMapping :
    IEntityTypeConfiguration<Department>,
    IEntityTypeConfiguration<DepartmentOfficer>,
    IEntityTypeConfiguration<Checklist>,
    IEntityTypeConfiguration<ChecklistQuestion>,
    IEntityTypeConfiguration<ScreeningPlan>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.ToTable("departments");
        builder.Property(department => department.Name).HasMaxLength(120);
        builder.HasIndex(department => department.Slug).IsUnique();
        builder.HasMany(department => department.Officers).WithOne().HasForeignKey(officer => officer.DepartmentId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<DepartmentOfficer> builder)
    {
        builder.ToTable("department_officers");
        builder.HasKey(officer => new { officer.DepartmentId, officer.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(officer => officer.PersonId);
    }

    public void Configure(EntityTypeBuilder<Checklist> builder)
    {
        builder.ToTable("checklists");
        builder.Ignore(checklist => checklist.Conditions);
        builder.Property(checklist => checklist.Name).HasMaxLength(120);
        builder.HasIndex(checklist => new { checklist.Name, checklist.Version }).IsUnique();
        builder.HasMany(checklist => checklist.Questions).WithOne().HasForeignKey(question => question.ChecklistId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ChecklistQuestion> builder)
    {
        builder.ToTable("checklist_questions", table =>
            table.HasCheckConstraint("ck_checklist_questions_words", "question <> '' and condition <> '' and when_failed <> ''"));
        builder.HasIndex(question => new { question.ChecklistId, question.Position }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ScreeningPlan> builder)
    {
        builder.ToTable("screening_plans", table => table.HasCheckConstraint("ck_screening_plans_times",
            "answer_days > 0 and mend_days > 0 and appeal_days > 0 and appeal_answer_days > 0 and publication_days >= appeal_days + appeal_answer_days"));
        builder.HasKey(plan => plan.RoundId);
        builder.HasOne<Round>().WithMany().HasForeignKey(plan => plan.RoundId);
        builder.HasOne<Checklist>().WithMany().HasForeignKey(plan => plan.ChecklistId);
        builder.ComplexProperty(plan => plan.Times);
    }
}
