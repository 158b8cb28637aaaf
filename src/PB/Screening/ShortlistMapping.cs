using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;
using PB.Proposals;
using PB.Rounds;

namespace PB.Screening;

sealed class ShortlistMapping : IEntityTypeConfiguration<ShortlistPanel>, IEntityTypeConfiguration<ShortlistSeat>, IEntityTypeConfiguration<ShortlistLine>
{
    public void Configure(EntityTypeBuilder<ShortlistPanel> builder)
    {
        builder.ToTable("shortlist_panels", table => table.HasCheckConstraint("ck_shortlist_panels_rule",
            "name <> '' and places > 0 and quorum > 0 and residents_percent between 0 and 100 and (decided_at is null) = (decided_by is null)"));
        builder.HasKey(panel => panel.RoundId);
        builder.ComplexProperty(panel => panel.Rule);
        builder.HasOne<Round>().WithOne().HasForeignKey<ShortlistPanel>(panel => panel.RoundId);
        builder.HasOne<Person>().WithMany().HasForeignKey(panel => panel.DecidedBy);
        builder.HasMany(panel => panel.Seats).WithOne().HasForeignKey(seat => seat.RoundId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ShortlistSeat> builder) =>
        builder.ToTable("shortlist_seats", table => table.HasCheckConstraint("ck_shortlist_seats_filled", "holder <> '' and filled_by <> ''"));

    public void Configure(EntityTypeBuilder<ShortlistLine> builder)
    {
        builder.ToTable("shortlist_lines");
        builder.HasKey(line => line.ProposalId);
        builder.HasIndex(line => line.RoundId);
        builder.HasOne<Proposal>().WithMany().HasForeignKey(line => line.ProposalId);
        builder.HasOne<ShortlistPanel>().WithMany().HasForeignKey(line => line.RoundId);
    }
}
