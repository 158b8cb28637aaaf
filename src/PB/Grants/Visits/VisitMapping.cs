using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.People;

namespace PB.Grants.Visits;

sealed class VisitMapping : IEntityTypeConfiguration<Visit>, IEntityTypeConfiguration<Visitor>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("visits", GrantTables.Schema, table => table.HasCheckConstraint("ck_visits_planned", "place <> '' and (notes = '') = (noted_at is null) and num_nonnulls(noted_at, called_off_at) <= 1"));
        builder.Property(visit => visit.Place).HasMaxLength(200);
        builder.Property(visit => visit.RiskPlan).HasMaxLength(2000);
        builder.Property(visit => visit.Notes).HasMaxLength(2000);
        builder.HasOne<Application>().WithMany().HasForeignKey(visit => visit.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(visit => visit.PlannedBy);
        builder.HasMany(visit => visit.Visitors).WithOne().HasForeignKey(visitor => visitor.VisitId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<Visitor> builder)
    {
        builder.ToTable("visitors", GrantTables.Schema);
        builder.HasKey(visitor => new { visitor.VisitId, visitor.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(visitor => visitor.PersonId);
    }
}
