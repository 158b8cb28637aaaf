using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.People;
using PB.Results;

namespace PB.Grants.Meetings;

sealed class DecisionMapping :
    IEntityTypeConfiguration<Decision>,
    IEntityTypeConfiguration<DecisionPart>,
    IEntityTypeConfiguration<Referral>,
    IEntityTypeConfiguration<ReleaseAgreement>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_decisions_amount", "(outcome = 'No') = (amount = 0) and amount >= 0");
            table.HasCheckConstraint("ck_decisions_public", "(result_id is null) = (public_votes is null) and public_votes >= 0 and num_nonnulls(result_id, declared_by) >= 1");
            table.HasCheckConstraint("ck_decisions_signed", "(signed_at is null) = (signed_by is null)");
        });
        builder.Ignore(decision => decision.IsFunded);
        builder.HasIndex(decision => decision.ItemId).IsUnique();
        builder.HasOne<Item>().WithMany().HasForeignKey(decision => decision.ItemId);
        builder.HasOne<Application>().WithMany().HasForeignKey(decision => decision.ApplicationId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(decision => decision.MeetingId);
        builder.HasOne<Vote>().WithMany().HasForeignKey(decision => decision.VoteId);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.DeclaredBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.SignedBy);
        builder.HasOne<Result>().WithMany().HasForeignKey(decision => decision.ResultId);
        builder.HasMany(decision => decision.Parts).WithOne().HasForeignKey(part => part.DecisionId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<DecisionPart> builder)
    {
        builder.ToTable("decision_parts", GrantTables.Schema, table => table.HasCheckConstraint("ck_decision_parts_amount", "amount > 0"));
        builder.HasKey(part => new { part.DecisionId, part.PotId });
        builder.HasOne<FundPot>().WithMany().HasForeignKey(part => part.PotId);
    }

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_referrals_text", "text <> ''");
            table.HasCheckConstraint("ck_referrals_answered", "(answered_at is null) = (answer_id is null) and (answered_at is null) = (confirmed is null)");
            table.HasCheckConstraint("ck_referrals_refused",
                "(refused_at is null) = (refused_on is null) and (refused_at is null) = (refused_because = '') and (refused_at is null or confirmed) and refused_on in ('Unlawful', 'Safeguarding', 'NoMoney')");
        });
        builder.Ignore(referral => referral.IsOpen);
        builder.HasIndex(referral => referral.DecisionId).IsUnique().HasFilter("withdrawn_at is null");
        builder.HasOne<Decision>().WithMany().HasForeignKey(referral => referral.DecisionId);
        builder.HasOne<Decision>().WithMany().HasForeignKey(referral => referral.AnswerId);
        builder.HasOne<Person>().WithMany().HasForeignKey(referral => referral.RaisedBy);
    }

    public void Configure(EntityTypeBuilder<ReleaseAgreement> builder)
    {
        builder.ToTable("release_agreements", GrantTables.Schema, table => table.HasCheckConstraint("ck_release_agreements_because", "because <> '' and role in ('Chair', 'YouthWorker')"));
        builder.HasIndex(agreement => new { agreement.ApplicationId, agreement.Role }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(agreement => agreement.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(agreement => agreement.PersonId);
    }
}
