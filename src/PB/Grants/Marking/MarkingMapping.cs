using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.People;

namespace PB.Grants.Marking;

sealed class MarkingMapping :
    IEntityTypeConfiguration<Card>,
    IEntityTypeConfiguration<Mark>,
    IEntityTypeConfiguration<ReadingDeal>,
    IEntityTypeConfiguration<Reading>
{
    public const string OneCardEach = "ux_cards_application_id_person_id";

    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("cards", GrantTables.Schema, table => table.HasCheckConstraint("ck_cards_marker", "num_nonnulls(person_id, marker_code) = 1"));
        builder.HasIndex(card => new { card.ApplicationId, card.PersonId }).IsUnique();
        builder.Property(card => card.Comment).HasMaxLength(1000);
        builder.Property(card => card.Note).HasMaxLength(1000);
        builder.HasOne<Application>().WithMany().HasForeignKey(card => card.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(card => card.PersonId);
        builder.HasMany(card => card.Marks).WithOne().HasForeignKey(mark => mark.CardId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<Mark> builder)
    {
        builder.ToTable("marks", GrantTables.Schema, table => table.HasCheckConstraint("ck_marks_value", "value between 0 and 5"));
        builder.HasKey(mark => new { mark.CardId, mark.CriterionId });
        builder.HasOne<Criterion>().WithMany().HasForeignKey(mark => mark.CriterionId);
    }

    public void Configure(EntityTypeBuilder<ReadingDeal> builder)
    {
        builder.ToTable("reading_deals", GrantTables.Schema, table => table.HasCheckConstraint("ck_reading_deals_readers", "readers >= 1"));
        builder.HasIndex(deal => deal.CallId).IsUnique();
        builder.Property(deal => deal.Seed).HasMaxLength(80);
        builder.HasOne<Call>().WithMany().HasForeignKey(deal => deal.CallId);
        builder.HasOne<Person>().WithMany().HasForeignKey(deal => deal.DealtBy);
        builder.HasMany(deal => deal.Readings).WithOne().HasForeignKey(reading => reading.DealId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("readings", GrantTables.Schema);
        builder.HasKey(reading => new { reading.DealId, reading.PersonId, reading.ApplicationId });
        builder.HasOne<Application>().WithMany().HasForeignKey(reading => reading.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(reading => reading.PersonId);
    }
}
