using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.People;
using PB.Proposals;
using PB.Rounds;

namespace PB.Grants.PublicVotes;

sealed class PublicVoteMapping :
    IEntityTypeConfiguration<PublicVote>,
    IEntityTypeConfiguration<BallotPlan>,
    IEntityTypeConfiguration<VoteMoney>
{
    public void Configure(EntityTypeBuilder<PublicVote> builder)
    {
        builder.ToTable("public_votes", GrantTables.Schema, table => table.HasCheckConstraint("ck_public_votes_ended", "num_nonnulls(decided_at, voided_at) <= 1"));
        builder.HasKey(vote => vote.RoundId);
        builder.HasIndex(vote => vote.CallId).IsUnique().HasDatabaseName("ux_public_votes_call_id").HasFilter("voided_at is null");
        builder.HasOne<Round>().WithOne().HasForeignKey<PublicVote>(vote => vote.RoundId);
        builder.HasOne<Call>().WithMany().HasForeignKey(vote => vote.CallId);
        builder.HasOne<Person>().WithMany().HasForeignKey(vote => vote.MadeBy);
        builder.HasMany(vote => vote.Plans).WithOne().HasForeignKey(plan => plan.RoundId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(vote => vote.PutAside).WithOne().HasForeignKey(money => money.RoundId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<BallotPlan> builder)
    {
        builder.ToTable("ballot_plans", GrantTables.Schema);
        builder.HasKey(plan => new { plan.RoundId, plan.ApplicationId });
        builder.HasOne<Application>().WithMany().HasForeignKey(plan => plan.ApplicationId);
        builder.HasOne<Proposal>().WithOne().HasForeignKey<BallotPlan>(plan => plan.ProposalId);
    }

    public void Configure(EntityTypeBuilder<VoteMoney> builder)
    {
        builder.ToTable("vote_money", GrantTables.Schema, table => table.HasCheckConstraint("ck_vote_money_amount", "amount > 0"));
        builder.HasKey(money => new { money.RoundId, money.PotId });
        builder.HasOne<FundPot>().WithMany().HasForeignKey(money => money.PotId);
    }
}
