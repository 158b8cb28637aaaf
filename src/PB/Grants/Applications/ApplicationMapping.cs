using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Calls;
using PB.People;

namespace PB.Grants.Applications;

sealed class ApplicationMapping :
    IEntityTypeConfiguration<HostOrganisation>,
    IEntityTypeConfiguration<Application>,
    IEntityTypeConfiguration<BudgetLine>,
    IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<HostOrganisation> builder)
    {
        builder.ToTable("host_organisations", GrantTables.Schema);
        builder.Property(host => host.Name).HasMaxLength(120);
        builder.HasOne<Person>().WithMany().HasForeignKey(host => host.CreatedBy);
    }

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("applications", GrantTables.Schema, Check);
        builder.Ignore(application => application.IsIn).Ignore(application => application.BudgetTotal);
        builder.HasIndex(application => application.Ref).IsUnique();
        builder.HasIndex(application => application.CallId);
        builder.Property(application => application.Ref).HasMaxLength(20);
        builder.Property(application => application.Title).HasMaxLength(120);
        builder.ComplexProperty(application => application.Answers, answers =>
        {
            answers.Property(a => a.Transcript).HasDefaultValue("");
            answers.Property(a => a.RecordingHash).HasMaxLength(64).HasDefaultValue("");
        });
        builder.ComplexProperty(application => application.Group, group => group.Property(g => g.WhyAlone).HasDefaultValue(""));
        builder.ComplexProperty(application => application.Amounts);
        builder.HasOne<Call>().WithMany().HasForeignKey(application => application.CallId);
        builder.HasOne<HostOrganisation>().WithMany().HasForeignKey(application => application.HostOrganisationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(application => application.LeadId);
        builder.HasOne<Person>().WithMany().HasForeignKey(application => application.AdultId);
        builder.HasMany(application => application.Lines).WithOne().HasForeignKey(line => line.ApplicationId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(application => application.Signatures).WithOne().HasForeignKey(signature => signature.ApplicationId).OnDelete(DeleteBehavior.ClientCascade);
    }

    static void Check(TableBuilder<Application> table)
    {
        table.HasCheckConstraint("ck_applications_sent", "(submitted_at is null) = (version_hash is null) and (submitted_at is null or ref is not null)");
        table.HasCheckConstraint("ck_applications_signed", "cosigned_at is null or submitted_at is not null and adult_id is not null and adult_id <> lead_id");
        table.HasCheckConstraint("ck_applications_found", "num_nonnulls(found_eligible_at, found_ineligible_at) <= 1");
        table.HasCheckConstraint("ck_applications_amounts", "requested >= 0 and viable between 0 and requested and other_funding >= 0");
    }

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("budget_lines", GrantTables.Schema, table => table.HasCheckConstraint("ck_budget_lines_amount", "quantity > 0 and unit_price >= 0"));
        builder.Ignore(line => line.Total);
        builder.HasIndex(line => new { line.ApplicationId, line.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.ToTable("signatures", GrantTables.Schema);
        builder.HasKey(signature => new { signature.ApplicationId, signature.Version });
        builder.HasOne<Person>().WithMany().HasForeignKey(signature => signature.PersonId);
    }
}
