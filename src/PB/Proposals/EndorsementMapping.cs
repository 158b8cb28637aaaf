using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Proposals;

sealed class EndorsementMapping :
    IEntityTypeConfiguration<Endorsement>,
    IEntityTypeConfiguration<OwedAnswer>,
    IEntityTypeConfiguration<IdeaRules>,
    IEntityTypeConfiguration<CoProposer>
{
    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.ToTable("endorsements");
        builder.HasKey(endorsement => new { endorsement.ProposalId, endorsement.PersonId });
        builder.HasOne<Proposal>().WithMany().HasForeignKey(endorsement => endorsement.ProposalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(endorsement => endorsement.PersonId);
    }

    public void Configure(EntityTypeBuilder<OwedAnswer> builder)
    {
        builder.ToTable("owed_answers", table => table.HasCheckConstraint("ck_owed_answers_answered_whole",
            "(answered_at is null) = (text is null) and (answered_at is null) = (answered_by is null)"));
        builder.HasIndex(answer => answer.ProposalId).IsUnique();
        builder.HasOne<Proposal>().WithMany().HasForeignKey(answer => answer.ProposalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.AnsweredBy);
    }

    public void Configure(EntityTypeBuilder<IdeaRules> builder)
    {
        builder.ToTable("idea_rules", table =>
            table.HasCheckConstraint("ck_idea_rules_promise",
                "endorsements_for_answer >= 0 and answer_within_days between 1 and 365 and slow_mode_minutes between 0 and 1440"));
        builder.HasKey(rules => rules.RoundId);
        builder.Property(rules => rules.Moderation).HasDefaultValue(Moderation.Afterwards);
        builder.HasOne<Round>().WithOne().HasForeignKey<IdeaRules>(rules => rules.RoundId);
    }

    public void Configure(EntityTypeBuilder<CoProposer> builder)
    {
        builder.ToTable("co_proposers", table =>
            table.HasCheckConstraint("ck_co_proposers_one_answer", "accepted_at is null or declined_at is null"));
        builder.HasIndex(other => other.KeyHash).IsUnique();
        builder.HasIndex(other => new { other.ProposalId, other.Email }).IsUnique();
        builder.HasOne<Proposal>().WithMany().HasForeignKey(other => other.ProposalId);
    }
}
