using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Calls;
using PB.People;

namespace PB.Grants.Applications;

sealed class EligibilityMapping :
    IEntityTypeConfiguration<EligibilityCheck>,
    IEntityTypeConfiguration<Waiver>,
    IEntityTypeConfiguration<EligibilityQuery>,
    IEntityTypeConfiguration<ConflictDeclaration>,
    IEntityTypeConfiguration<ConflictLowering>
{
    public void Configure(EntityTypeBuilder<EligibilityCheck> builder)
    {
        builder.ToTable("eligibility_checks", GrantTables.Schema);
        builder.HasIndex(check => new { check.ApplicationId, check.RuleId, check.At });
        builder.HasOne<Application>().WithMany().HasForeignKey(check => check.ApplicationId);
        builder.HasOne<EligibilityRule>().WithMany().HasForeignKey(check => check.RuleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(check => check.ById);
    }

    public void Configure(EntityTypeBuilder<Waiver> builder)
    {
        builder.ToTable("waivers", GrantTables.Schema, table => table.HasCheckConstraint("ck_waivers_two",
            "reason <> '' and (agreed_by is null) = (agreed_at is null) and agreed_by is distinct from proposed_by"));
        builder.HasIndex(waiver => new { waiver.ApplicationId, waiver.RuleId }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(waiver => waiver.ApplicationId);
        builder.HasOne<EligibilityRule>().WithMany().HasForeignKey(waiver => waiver.RuleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(waiver => waiver.ProposedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(waiver => waiver.AgreedBy);
    }

    public void Configure(EntityTypeBuilder<EligibilityQuery> builder)
    {
        builder.ToTable("eligibility_queries", GrantTables.Schema);
        builder.HasOne<Application>().WithMany().HasForeignKey(query => query.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(query => query.AskedBy);
    }

    public void Configure(EntityTypeBuilder<ConflictLowering> builder)
    {
        builder.ToTable("conflict_lowerings", GrantTables.Schema, table => table.HasCheckConstraint("ck_conflict_lowerings_by_two",
            "\"to\" <> 'Conflict' and because <> '' and proposed_by <> person_id and agreed_by <> person_id and agreed_by <> proposed_by and (agreed_by is null) = (agreed_at is null)"));
        builder.HasIndex(lowering => new { lowering.ApplicationId, lowering.PersonId }).IsUnique().HasFilter("agreed_at is null");
        builder.HasOne<Application>().WithMany().HasForeignKey(lowering => lowering.ApplicationId);
        foreach (var person in (string[])[nameof(ConflictLowering.PersonId), nameof(ConflictLowering.ProposedBy), nameof(ConflictLowering.AgreedBy)])
            builder.HasOne<Person>().WithMany().HasForeignKey(person);
    }

    public void Configure(EntityTypeBuilder<ConflictDeclaration> builder)
    {
        builder.ToTable("conflict_declarations", GrantTables.Schema, table => table.HasCheckConstraint("ck_conflict_declarations_reason", "level <> 'Conflict' or reason is not null"));
        builder.HasIndex(declared => new { declared.ApplicationId, declared.PersonId, declared.At });
        builder.HasOne<Application>().WithMany().HasForeignKey(declared => declared.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(declared => declared.PersonId);
    }
}
