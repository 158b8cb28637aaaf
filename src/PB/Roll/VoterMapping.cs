using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Roll;

sealed class VoterMapping : IEntityTypeConfiguration<Voter>
{
    public void Configure(EntityTypeBuilder<Voter> builder)
    {
        builder.ToTable("voters", "register", table =>
        {
            table.HasCheckConstraint("ck_voters_age", "age is null or age between 5 and 120");
            table.HasCheckConstraint("ck_voters_declared_whole", "(postcode is null) = (declared_at is null) and (age is null) = (declared_at is null)");
        });
        builder.HasIndex(voter => voter.PersonId).IsUnique();
        builder.Property(voter => voter.Postcode).HasMaxLength(8);
        builder.HasOne<Person>().WithMany().HasForeignKey(voter => voter.PersonId);
    }
}
