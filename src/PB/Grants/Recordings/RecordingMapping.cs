using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.People;

namespace PB.Grants.Recordings;

sealed class RecordingMapping : IEntityTypeConfiguration<Recording>
{
    public void Configure(EntityTypeBuilder<Recording> builder)
    {
        builder.ToTable("recordings", GrantTables.Schema, table => table.HasCheckConstraint("ck_recordings_content", $"length(content) between 1 and {RecordingFile.MostBytes}"));
        builder.HasKey(recording => recording.ApplicationId);
        builder.Ignore(recording => recording.MediaType);
        builder.HasOne<Application>().WithOne().HasForeignKey<Recording>(recording => recording.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(recording => recording.AddedBy);
    }
}
