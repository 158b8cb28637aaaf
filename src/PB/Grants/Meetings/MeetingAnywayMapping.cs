using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.People;

namespace PB.Grants.Meetings;

sealed class MeetingAnywayMapping : IEntityTypeConfiguration<MeetingAnyway>
{
    public void Configure(EntityTypeBuilder<MeetingAnyway> builder)
    {
        builder.ToTable("meetings_anyway", GrantTables.Schema, table => table.HasCheckConstraint("ck_meetings_anyway_words", "because <> '' and role in ('Chair', 'YouthWorker')"));
        builder.HasIndex(anyway => new { anyway.ApplicationId, anyway.Role }).IsUnique();
        builder.Property(anyway => anyway.Because).HasMaxLength(500);
        builder.HasOne<Application>().WithMany().HasForeignKey(anyway => anyway.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(anyway => anyway.PersonId);
    }
}
