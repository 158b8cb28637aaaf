using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Neighbourhoods;
using PB.People;

namespace PB.Rounds;

sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public const string OneSlugEach = "ux_rounds_slug";

    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("rounds", Check);
        // Whoever wants a rehearsal says so.
        builder.HasQueryFilter(round => !round.IsRehearsal);
        builder.HasIndex(round => round.Slug).IsUnique();
        builder.Property(round => round.Slug).HasMaxLength(60);
        builder.Property(round => round.Title).HasMaxLength(120);
        builder.Property(round => round.Currency).HasMaxLength(3);
        builder.Property(round => round.ShortlistedBy).HasMaxLength(120).HasDefaultValue("");
        builder.Property(round => round.CertifiedAs).HasMaxLength(40);
        builder.Property(round => round.ChallengeDays).HasDefaultValue(5);
        builder.ComplexProperty(round => round.Calendar);
        builder.ComplexProperty(round => round.Rules, rules =>
        {
            rules.Property(r => r.Type).HasColumnName("ballot_type");
            rules.Property(r => r.Ties).HasColumnName("tie_order");
            rules.Property(r => r.Rule).HasColumnName("counting_rule");
        });
        builder.ComplexProperty(round => round.Eligibility, Configure);
        Join(builder);
    }

    static void Configure(ComplexPropertyBuilder<Eligibility> eligibility)
    {
        eligibility.Property(e => e.InWords).HasColumnName("eligibility_in_words");
        eligibility.Property(e => e.Connections).HasMaxLength(80).HasDefaultValue(Connections.Lives).HasSentinel(Connections.Lives);
        eligibility.Property(e => e.Proofs).HasMaxLength(80).HasDefaultValue(Proofs.Declaration).HasSentinel(Proofs.Declaration);
        eligibility.Property(e => e.Membership).HasMaxLength(100);
        eligibility.Ignore(e => e.OtherConnections).Ignore(e => e.OtherProofs);
    }

    static void Join(EntityTypeBuilder<Round> builder)
    {
        builder.HasOne<Person>().WithMany().HasForeignKey(round => round.ConfiguredBy);
        builder.HasOne(round => round.Pot).WithOne().HasForeignKey<Pot>(pot => pot.RoundId);
        builder.HasMany(round => round.Neighbourhoods).WithOne().HasForeignKey(part => part.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(round => round.Promises).WithOne().HasForeignKey(promise => promise.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(round => round.Criteria).WithOne().HasForeignKey(criterion => criterion.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(round => round.Readiness).WithOne().HasForeignKey(item => item.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(round => round.CalendarChanges).WithOne().HasForeignKey(change => change.RoundId).OnDelete(DeleteBehavior.ClientCascade);
    }

    static void Check(TableBuilder<Round> table)
    {
        table.HasCheckConstraint("ck_rounds_closes_after_opening", "voting_until > voting_from");
        table.HasCheckConstraint("ck_rounds_published_after_count", "published_at is null or counted_at is not null");
        table.HasCheckConstraint("ck_rounds_counted_after_announcement", "counted_at is null or announced_at is not null");
        table.HasCheckConstraint("ck_rounds_announced_with_dates", "announced_at is null or (voting_from is not null and voting_until is not null)");
        table.HasCheckConstraint("ck_rounds_certified_after_publication", "certified_at is null or published_at is not null");
        table.HasCheckConstraint("ck_rounds_challenge_days", "challenge_days between 0 and 60");
        table.HasCheckConstraint("ck_rounds_choices", "min_choices >= 1 and (max_choices is null or max_choices >= min_choices)");
        table.HasCheckConstraint("ck_rounds_minimum_votes", "minimum_votes >= 0");
    }
}

sealed class RoundPartsMapping :
    IEntityTypeConfiguration<Pot>,
    IEntityTypeConfiguration<RoundNeighbourhood>,
    IEntityTypeConfiguration<Promise>,
    IEntityTypeConfiguration<ReadinessEvidence>
{
    public void Configure(EntityTypeBuilder<Pot> builder) =>
        builder.ToTable("pots", table => table.HasCheckConstraint("ck_pots_amount", "amount >= 0"));

    public void Configure(EntityTypeBuilder<RoundNeighbourhood> builder)
    {
        builder.ToTable("round_neighbourhoods");
        builder.HasKey(part => new { part.RoundId, part.NeighbourhoodId });
        builder.HasOne<Neighbourhood>().WithMany().HasForeignKey(part => part.NeighbourhoodId);
    }

    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.ToTable("promises");
        builder.HasKey(promise => new { promise.RoundId, promise.Phase });
    }

    public void Configure(EntityTypeBuilder<ReadinessEvidence> builder)
    {
        builder.ToTable("readiness_evidence", table => table.HasCheckConstraint("ck_readiness_evidence_point", "point between 1 and 13"));
        builder.HasKey(item => new { item.RoundId, item.Point });
    }
}

sealed class RoundRecordsMapping : IEntityTypeConfiguration<Criterion>, IEntityTypeConfiguration<CalendarChange>
{
    public void Configure(EntityTypeBuilder<Criterion> builder) => builder.ToTable("criteria");

    public void Configure(EntityTypeBuilder<CalendarChange> builder) => builder.ToTable("calendar_changes");
}
