using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PB.Grants.Applications;

sealed class PaperMapping : IEntityTypeConfiguration<ApplicationPaper>
{
    public void Configure(EntityTypeBuilder<ApplicationPaper> builder)
    {
        builder.ToTable("application_papers", GrantTables.Schema);
        builder.HasIndex(paper => new { paper.ApplicationId, paper.Category }).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(paper => paper.ApplicationId);
    }
}
