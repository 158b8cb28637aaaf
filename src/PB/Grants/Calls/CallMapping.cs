using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.People;

namespace PB.Grants.Calls;

sealed class CallMapping :
    IEntityTypeConfiguration<Call>,
    IEntityTypeConfiguration<Criterion>,
    IEntityTypeConfiguration<EligibilityRule>,
    IEntityTypeConfiguration<CallPot>,
    IEntityTypeConfiguration<WeightVote>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("calls", GrantTables.Schema, Check);
        builder.HasIndex(call => new { call.FundId, call.Slug }).IsUnique();
        builder.Property(call => call.Slug).HasMaxLength(60);
        builder.Property(call => call.Title).HasMaxLength(120);
        builder.Ignore(call => call.IsDraft);
        builder.ComplexProperty(call => call.Dates);
        builder.ComplexProperty(call => call.Money);
        builder.ComplexProperty(call => call.Rules);
        builder.ComplexProperty(call => call.Weights, Name);
        builder.HasOne<Fund>().WithMany().HasForeignKey(call => call.FundId);
        builder.HasOne<Panel>().WithMany().HasForeignKey(call => call.PanelId);
        builder.HasMany(call => call.Criteria).WithOne().HasForeignKey(criterion => criterion.CallId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(call => call.EligibilityRules).WithOne().HasForeignKey(rule => rule.CallId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(call => call.WeightVotes).WithOne().HasForeignKey(vote => vote.CallId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(call => call.Pots).WithOne().HasForeignKey(pot => pot.CallId).OnDelete(DeleteBehavior.ClientCascade);
    }

    static void Name(ComplexPropertyBuilder<WeightsTally> weights)
    {
        weights.Property(w => w.Active).HasColumnName("weights_active");
        weights.Property(w => w.Present).HasColumnName("weights_present");
        weights.Property(w => w.For).HasColumnName("weights_for");
        weights.Property(w => w.Against).HasColumnName("weights_against");
        weights.Property(w => w.Abstained).HasColumnName("weights_abstained");
    }

    static void Check(TableBuilder<Call> table)
    {
        table.HasCheckConstraint("ck_calls_dates", "closes_at > opens_at and marking_closes_at > closes_at and meeting_on >= marking_closes_at and publishes_at > meeting_on");
        table.HasCheckConstraint("ck_calls_announced", "announced_at is null or criteria_agreed_at is not null and num_nulls(opens_at, closes_at, marking_closes_at, meeting_on, publishes_at) = 0");
        table.HasCheckConstraint("ck_calls_money", "min_award >= 0 and max_award >= min_award");
        table.HasCheckConstraint("ck_calls_marking", "marking_opened_at is null or interests_asked_at <= marking_opened_at");
        table.HasCheckConstraint("ck_calls_archived", "archived_at is null or num_nonnulls(published_at, cancelled_at) > 0");
        table.HasCheckConstraint("ck_calls_paused", "paused_at is null or announced_at <= paused_at");
        table.HasCheckConstraint("ck_calls_weights", "(criteria_agreed_at is null) = (weights_active is null)");
    }

    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.ToTable("criteria", GrantTables.Schema, table => table.HasCheckConstraint("ck_criteria_weight", "weight between 1 and 100 and cardinality(anchors) = 6"));
        builder.HasIndex(criterion => new { criterion.CallId, criterion.Number }).IsUnique();
        builder.Property(criterion => criterion.Name).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<EligibilityRule> builder)
    {
        builder.ToTable("eligibility_rules", GrantTables.Schema, table => table.HasCheckConstraint("ck_eligibility_rules_share",
            "(kind in ('ShareOfBudget', 'PaperNeeded')) = (category is not null) and (kind = 'ShareOfBudget') = (percent is not null) and percent between 0 and 100"));
        builder.HasIndex(rule => new { rule.CallId, rule.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CallPot> builder)
    {
        builder.ToTable("call_pots", GrantTables.Schema);
        builder.HasKey(pot => new { pot.CallId, pot.PotId });
        builder.HasOne<FundPot>().WithMany().HasForeignKey(pot => pot.PotId);
    }

    public void Configure(EntityTypeBuilder<WeightVote> builder)
    {
        builder.ToTable("weight_votes", GrantTables.Schema);
        builder.HasKey(vote => new { vote.CallId, vote.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(vote => vote.PersonId);
    }
}
