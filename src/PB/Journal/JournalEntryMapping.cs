using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Journal;

sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("entries", "journal");
        builder.HasOne<Person>().WithMany().HasForeignKey(entry => entry.ActorId);
        builder.HasIndex(entry => entry.Subject);
    }
}
