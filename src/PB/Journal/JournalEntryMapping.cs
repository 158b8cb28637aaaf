using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PB.Journal;

// A view: what is inserted into it goes through journal.append, which gives number, time and hash.
sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("book", "journal", table => table.ExcludeFromMigrations());
        builder.Property(entry => entry.Seq).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Hash).ValueGeneratedOnAddOrUpdate();
        builder.Property(entry => entry.At).ValueGeneratedOnAddOrUpdate();
    }
}
