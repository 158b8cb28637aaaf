using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Proposals;

sealed class LeavingMapping : IEntityTypeConfiguration<Merger>, IEntityTypeConfiguration<MergerConsent>, IEntityTypeConfiguration<PassingOn>
{
    public void Configure(EntityTypeBuilder<Merger> builder)
    {
        builder.ToTable("mergers", table => table.HasCheckConstraint("ck_mergers_two", "proposal_id <> host_id"));
        // A proposal asks one other at a time, and is a part of one only.
        builder.HasIndex(merger => merger.ProposalId).IsUnique().HasFilter("ended_at is null");
        builder.HasOne<Proposal>().WithMany().HasForeignKey(merger => merger.ProposalId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(merger => merger.HostId);
        builder.HasMany(merger => merger.Consents).WithOne().HasForeignKey(consent => consent.MergerId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<MergerConsent> builder)
    {
        builder.ToTable("merger_consents", table =>
            table.HasCheckConstraint("ck_merger_consents_one_answer", "agreed_at is null or refused_at is null"));
        builder.HasIndex(consent => consent.KeyHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PassingOn> builder)
    {
        builder.ToTable("passed_on", table =>
        {
            table.HasCheckConstraint("ck_passed_on_says", "to_whom <> '' and reference <> '' and because <> ''");
            table.HasCheckConstraint("ck_passed_on_outcome_whole", "(outcome_at is null) = (outcome is null) and (outcome_at is null) = (outcome_by is null)");
        });
        builder.HasKey(passing => passing.ProposalId);
        builder.HasOne<Proposal>().WithOne().HasForeignKey<PassingOn>(passing => passing.ProposalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(passing => passing.By);
        builder.HasOne<Person>().WithMany().HasForeignKey(passing => passing.OutcomeBy);
    }
}
