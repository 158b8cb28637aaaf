using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Panels;

sealed class RemovalMapping : IEntityTypeConfiguration<Removal>, IEntityTypeConfiguration<RemovalAnswer>
{
    public void Configure(EntityTypeBuilder<Removal> builder)
    {
        builder.ToTable("removals", GrantTables.Schema, table => table.HasCheckConstraint("ck_removals_settled", "because <> '' and num_nonnulls(agreed_at, rejected_at) <= 1"));
        builder.Ignore(removal => removal.IsSettled).Ignore(removal => removal.Yes).Ignore(removal => removal.No);
        builder.Property(removal => removal.Because).HasMaxLength(1000);
        builder.HasOne<PanelMember>().WithMany().HasForeignKey(removal => removal.MemberId);
        builder.HasOne<Person>().WithMany().HasForeignKey(removal => removal.AskedBy);
        builder.HasMany(removal => removal.Answers).WithOne().HasForeignKey(answer => answer.RemovalId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<RemovalAnswer> builder)
    {
        builder.ToTable("removal_answers", GrantTables.Schema);
        builder.HasKey(answer => new { answer.RemovalId, answer.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId);
    }
}
