using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Results;

sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public const string OneOfEachVersion = "ux_results_round_id_version";

    public void Configure(EntityTypeBuilder<Result> builder)
    {
        builder.ToTable("results", table => table.HasCheckConstraint("ck_results_version", "version >= 1"));
        builder.HasIndex(result => new { result.RoundId, result.Version }).IsUnique();
        // json, not jsonb: a result is kept byte for byte as it was counted.
        builder.Property(result => result.Document).HasColumnType("json");
        builder.HasOne<Round>().WithMany().HasForeignKey(result => result.RoundId);
    }
}

sealed class ChallengeMapping : IEntityTypeConfiguration<Challenge>
{
    public void Configure(EntityTypeBuilder<Challenge> builder)
    {
        builder.ToTable("challenges", table => table.HasCheckConstraint("ck_challenges_answered_whole",
            "(answered_at is null) = (answer is null) and (answered_at is null) = (outcome is null) and (answered_at is null) = (answered_by is null)"));
        builder.HasOne<Round>().WithMany().HasForeignKey(challenge => challenge.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(challenge => challenge.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(challenge => challenge.AnsweredBy);
    }
}
