using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Proposals;

sealed class ProposalMapping :
    IEntityTypeConfiguration<Proposal>,
    IEntityTypeConfiguration<ProposalPhoto>,
    IEntityTypeConfiguration<ProposalCost>,
    IEntityTypeConfiguration<ProposalPlace>,
    IEntityTypeConfiguration<ProposalVersion>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals", Check);
        builder.HasIndex(proposal => new { proposal.RoundId, proposal.Number }).IsUnique();
        builder.HasIndex(proposal => new { proposal.RoundId, proposal.EarlierNumber }).IsUnique();
        builder.HasIndex(proposal => proposal.DraftKeyHash).IsUnique();
        builder.Property(proposal => proposal.Title).HasMaxLength(300);
        builder.HasOne<Round>().WithMany().HasForeignKey(proposal => proposal.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(proposal => proposal.ProposerId);
        builder.HasIndex(proposal => proposal.ClaimCodeHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(proposal => proposal.WrittenDownBy);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(proposal => proposal.CarriedOverFrom);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(proposal => proposal.MergedInto);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(proposal => proposal.SplitFrom);
        builder.Property(proposal => proposal.Event).HasMaxLength(200);
        JoinParts(builder);
    }

    static void Check(TableBuilder<Proposal> table)
    {
        table.HasCheckConstraint("ck_proposals_price", "price is null or price between 0 and 10000000000000");
        table.HasCheckConstraint("ck_proposals_estimate", "estimate is null or estimate between 0 and 10000000000000");
        table.HasCheckConstraint("ck_proposals_numbered_when_submitted", "(submitted_at is null) = (number is null)");
        table.HasCheckConstraint("ck_proposals_place", "(latitude is null) = (longitude is null)");
        table.HasCheckConstraint("ck_proposals_running_costs", "running_costs is null or running_costs between 0 and 10000000000000");
        table.HasCheckConstraint("ck_proposals_leaves_once", "num_nonnulls(merged_into, passed_on_at) <= 1 and (num_nonnulls(merged_into, passed_on_at) = 0 or withdrawn_at is not null)");
        table.HasCheckConstraint("ck_proposals_written_down_with_consent", "written_down_by is null or consent <> ''");
    }

    static void JoinParts(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasMany(proposal => proposal.Costs).WithOne().HasForeignKey(cost => cost.ProposalId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(proposal => proposal.Places).WithOne().HasForeignKey(place => place.ProposalId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(proposal => proposal.Versions).WithOne().HasForeignKey(version => version.ProposalId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(proposal => proposal.Photos).WithOne().HasForeignKey(photo => photo.ProposalId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ProposalPhoto> builder) =>
        builder.ToTable("proposal_photos", table =>
            table.HasCheckConstraint("ck_proposal_photos_alt_text", "alt_text <> ''"));

    public void Configure(EntityTypeBuilder<ProposalCost> builder) =>
        builder.ToTable("proposal_costs", table =>
            table.HasCheckConstraint("ck_proposal_costs_amount", "amount between 0 and 10000000000000 and what <> ''"));

    public void Configure(EntityTypeBuilder<ProposalPlace> builder) =>
        builder.ToTable("proposal_places", table =>
            table.HasCheckConstraint("ck_proposal_places_place", "(latitude is null) = (longitude is null)"));

    public void Configure(EntityTypeBuilder<ProposalVersion> builder)
    {
        builder.ToTable("proposal_versions", table =>
            table.HasCheckConstraint("ck_proposal_versions_says_why", "number = 1 or because <> ''"));
        builder.HasIndex(version => new { version.ProposalId, version.Number }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(version => version.By);
    }
}
