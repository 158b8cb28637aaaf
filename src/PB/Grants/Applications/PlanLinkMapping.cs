using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Applications;

sealed class PlanLinkMapping : IEntityTypeConfiguration<PlanLink>
{
    public void Configure(EntityTypeBuilder<PlanLink> builder)
    {
        builder.ToTable("plan_links", GrantTables.Schema, table => table.HasCheckConstraint("ck_plan_links_joined",
            "because <> '' and first_id <> second_id and (joiner_id is null) = (join_asked_at is null) and (joiner_id is null or joiner_id in (first_id, second_id)) and (joined_at is null or joiner_id is not null)"));
        builder.HasIndex(link => new { link.FirstId, link.SecondId }).IsUnique();
        builder.Property(link => link.Because).HasMaxLength(500);
        builder.HasOne<Application>().WithMany().HasForeignKey(link => link.FirstId);
        builder.HasOne<Application>().WithMany().HasForeignKey(link => link.SecondId);
        builder.HasOne<Application>().WithMany().HasForeignKey(link => link.JoinerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(link => link.LinkedBy);
    }
}
