using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Awards;

sealed class HandoverMapping : IEntityTypeConfiguration<Handover>, IEntityTypeConfiguration<HandoverAnswer>
{
    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.ToTable("handovers", GrantTables.Schema, table => table.HasCheckConstraint("ck_handovers_signed",
            "because <> '' and num_nonnulls(agreed_at, rejected_at) <= 1 and (signed_at is null) = (signed_by is null) and (signed_at is null or not is_new_host or agreed_at is not null)"));
        builder.Ignore(one => one.IsSettled).Ignore(one => one.Yes).Ignore(one => one.No).Ignore(one => one.WaitsForPanel).Ignore(one => one.WaitsForAdult);
        builder.Property(one => one.AdultEmail).HasMaxLength(256);
        builder.Property(one => one.Because).HasMaxLength(1000);
        builder.HasOne<Award>().WithMany().HasForeignKey(one => one.AwardId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.AskedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.SignedBy);
        builder.HasMany(one => one.Answers).WithOne().HasForeignKey(answer => answer.HandoverId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<HandoverAnswer> builder)
    {
        builder.ToTable("handover_answers", GrantTables.Schema);
        builder.HasKey(answer => new { answer.HandoverId, answer.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId);
    }
}
