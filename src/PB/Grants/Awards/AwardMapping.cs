using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.People;

namespace PB.Grants.Awards;

sealed class AwardMapping :
    IEntityTypeConfiguration<Award>,
    IEntityTypeConfiguration<AwardShare>,
    IEntityTypeConfiguration<AwardCondition>,
    IEntityTypeConfiguration<Instalment>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable("awards", GrantTables.Schema, Constrain);
        builder.Ignore(award => award.AcceptedAt).Ignore(award => award.PotShares);
        builder.HasIndex(award => award.ApplicationId).IsUnique().HasFilter("declined_at is null and released_at is null");
        builder.HasIndex(award => new { award.FundId, award.Ref });
        builder.HasOne<Application>().WithMany().HasForeignKey(award => award.ApplicationId);
        builder.HasOne<Fund>().WithMany().HasForeignKey(award => award.FundId);
        builder.HasOne<Decision>().WithMany().HasForeignKey(award => award.DecisionId);
        foreach (var person in (string[])[nameof(Award.DraftedBy), nameof(Award.SignedBy), nameof(Award.LeadId), nameof(Award.AdultId), nameof(Award.DeclinedBy), nameof(Award.EndedBy)])
            builder.HasOne(typeof(Person)).WithMany().HasForeignKey(person);
        builder.HasMany(award => award.Shares).WithOne().HasForeignKey(share => share.AwardId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(award => award.Conditions).WithOne().HasForeignKey(condition => condition.AwardId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(award => award.Instalments).WithOne().HasForeignKey(instalment => instalment.AwardId).OnDelete(DeleteBehavior.ClientCascade);
    }

    static void Constrain(TableBuilder<Award> table)
    {
        table.HasCheckConstraint("ck_awards_amount", "amount > 0");
        table.HasCheckConstraint("ck_awards_signed", "(signed_by is null) = (signed_at is null) and (signed_at is null) = (expires_at is null) and signed_by <> drafted_by");
        table.HasCheckConstraint("ck_awards_accepted",
            "(lead_id is null) = (lead_accepted_at is null) and (adult_id is null) = (adult_accepted_at is null) and lead_id <> adult_id "
            + "and (signed_at is not null or num_nonnulls(lead_accepted_at, adult_accepted_at, declined_at, released_at, ended_at) = 0)");
        table.HasCheckConstraint("ck_awards_in_time", "lead_accepted_at < expires_at and adult_accepted_at < expires_at");
        table.HasCheckConstraint("ck_awards_declined", "declined_at is null or num_nonnulls(lead_accepted_at, adult_accepted_at) < 2");
        table.HasCheckConstraint("ck_awards_ended",
            "(ended_at is null) = (ending is null) and (ended_at is null) = (ended_by is null) and (ended_at is null or num_nonnulls(lead_accepted_at, adult_accepted_at) = 2)");
    }

    public void Configure(EntityTypeBuilder<AwardShare> builder)
    {
        builder.ToTable("award_shares", GrantTables.Schema, table => table.HasCheckConstraint("ck_award_shares_amount", "amount > 0"));
        builder.HasKey(share => new { share.AwardId, share.Place });
        builder.HasOne<FundPot>().WithMany().HasForeignKey(share => share.PotId);
    }

    public void Configure(EntityTypeBuilder<AwardCondition> builder)
    {
        builder.ToTable("award_conditions", GrantTables.Schema, table =>
            table.HasCheckConstraint("ck_award_conditions_met", "text <> '' and (met_at is null) = (met_by is null) and (met_at is null) = (evidence = '')"));
        builder.HasKey(condition => new { condition.AwardId, condition.Number });
        builder.HasOne<Person>().WithMany().HasForeignKey(condition => condition.MetBy);
    }

    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.ToTable("instalments", GrantTables.Schema, table => table.HasCheckConstraint("ck_instalments_amount", "amount > 0"));
        builder.HasKey(instalment => new { instalment.AwardId, instalment.Number });
    }
}
