using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PB.Approvals;

sealed class ApprovalRequestMapping : IEntityTypeConfiguration<ApprovalRequest>
{
    public void Configure(EntityTypeBuilder<ApprovalRequest> builder) =>
        builder.ToTable("requests", "approval", table => table.ExcludeFromMigrations());
}
