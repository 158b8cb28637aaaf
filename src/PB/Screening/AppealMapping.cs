using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

sealed class AppealMapping : IEntityTypeConfiguration<Mending>, IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<Exclusion>
{
    public void Configure(EntityTypeBuilder<Mending> builder)
    {
        builder.ToTable("mendings", table =>
            table.HasCheckConstraint("ck_mendings_in_time", "(mended_at is null) = (what_changed = '') and mended_at < until"));
        builder.HasIndex(mending => mending.ProposalId).IsUnique();
        builder.HasIndex(mending => mending.KeyHash).IsUnique();
        builder.HasOne<Proposal>().WithMany().HasForeignKey(mending => mending.ProposalId);
    }

    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("appeals", table =>
        {
            table.HasCheckConstraint("ck_appeals_made", "(made_at is null) = (reason = '') and (made_at is null) = (due_at is null) and made_at < until");
            table.HasCheckConstraint("ck_appeals_answered",
                "(answered_at is null) = (answered_by is null) and (answered_at is null) = (granted is null) and (answered_at is null or made_at is not null)");
        });
        builder.HasKey(appeal => appeal.DecisionId);
        builder.HasIndex(appeal => appeal.KeyHash).IsUnique();
        builder.HasIndex(appeal => appeal.DueAt).HasFilter("made_at is not null and answered_at is null");
        builder.HasOne<ScreeningDecision>().WithMany().HasForeignKey(appeal => appeal.DecisionId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(appeal => appeal.ProposalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(appeal => appeal.AnsweredBy);
    }

    public void Configure(EntityTypeBuilder<Exclusion> builder)
    {
        builder.ToTable("exclusions", table => table.HasCheckConstraint("ck_exclusions_two", "one < other and reason <> ''"));
        builder.HasIndex(exclusion => new { exclusion.RoundId, exclusion.One, exclusion.Other }).IsUnique();
        builder.HasOne<Round>().WithMany().HasForeignKey(exclusion => exclusion.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(exclusion => exclusion.DecidedBy);
    }
}
