using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Meetings;

sealed class CorrectionMapping : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections", GrantTables.Schema, table => table.HasCheckConstraint("ck_corrections_words", "because <> '' and role in ('Chair', 'YouthWorker')"));
        builder.HasIndex(correction => new { correction.DecisionId, correction.Role }).IsUnique();
        builder.Property(correction => correction.Because).HasMaxLength(500);
        builder.HasOne<Decision>().WithMany().HasForeignKey(correction => correction.DecisionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(correction => correction.PersonId);
    }
}
