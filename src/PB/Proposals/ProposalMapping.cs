using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Rounds;

namespace PB.Proposals;

sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>, IEntityTypeConfiguration<ProposalPhoto>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals", table =>
        {
            table.HasCheckConstraint("ck_proposals_price", "price is null or price between 0 and 10000000000000");
            table.HasCheckConstraint("ck_proposals_estimate", "estimate is null or estimate between 0 and 10000000000000");
            table.HasCheckConstraint("ck_proposals_numbered_when_submitted", "(submitted_at is null) = (number is null)");
            table.HasCheckConstraint("ck_proposals_place", "(latitude is null) = (longitude is null)");
        });
        builder.HasIndex(proposal => new { proposal.RoundId, proposal.Number }).IsUnique();
        builder.HasIndex(proposal => proposal.DraftKeyHash).IsUnique();
        builder.Property(proposal => proposal.Title).HasMaxLength(300);
        builder.HasOne<Round>().WithMany().HasForeignKey(proposal => proposal.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(proposal => proposal.ProposerId);
        builder.HasMany(proposal => proposal.Photos).WithOne().HasForeignKey(photo => photo.ProposalId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ProposalPhoto> builder) =>
        builder.ToTable("proposal_photos", table =>
            table.HasCheckConstraint("ck_proposal_photos_alt_text", "alt_text <> ''"));
}
