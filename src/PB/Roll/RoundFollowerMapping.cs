using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Roll;

sealed class RoundFollowerMapping : IEntityTypeConfiguration<RoundFollower>
{
    public void Configure(EntityTypeBuilder<RoundFollower> builder)
    {
        builder.ToTable("round_followers");
        builder.HasKey(follower => new { follower.RoundId, follower.PersonId });
        builder.HasOne<Round>().WithMany().HasForeignKey(follower => follower.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(follower => follower.PersonId);
    }
}
