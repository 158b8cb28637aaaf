using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Proposals;

namespace PB.Delivery;

sealed class DeliveryUpdateMapping : IEntityTypeConfiguration<DeliveryUpdate>
{
    public void Configure(EntityTypeBuilder<DeliveryUpdate> builder)
    {
        builder.ToTable("delivery_updates", table => table.HasCheckConstraint("ck_delivery_updates_spent", "spent >= 0"));
        builder.HasOne<Proposal>().WithMany().HasForeignKey(update => update.ProposalId);
        builder.HasIndex(update => new { update.ProposalId, update.At });
    }
}
