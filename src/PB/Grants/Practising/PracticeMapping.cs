using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Panels;
using PB.People;

namespace PB.Grants.Practising;

sealed class PracticeMapping : IEntityTypeConfiguration<Practice>, IEntityTypeConfiguration<PracticeExample>, IEntityTypeConfiguration<PracticeCard>
{
    public void Configure(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("practices", GrantTables.Schema);
        builder.Property(practice => practice.Title).HasMaxLength(120);
        builder.HasOne<Panel>().WithMany().HasForeignKey(practice => practice.PanelId);
        builder.HasOne<Person>().WithMany().HasForeignKey(practice => practice.OpenedBy);
        builder.HasMany(practice => practice.Examples).WithOne().HasForeignKey(example => example.PracticeId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<PracticeExample> builder)
    {
        builder.ToTable("practice_examples", GrantTables.Schema, table => table.HasCheckConstraint("ck_practice_examples_agreed", "cardinality(agreed) = 4 and 0 <= all (agreed) and 5 >= all (agreed)"));
        builder.HasIndex(example => new { example.PracticeId, example.Number }).IsUnique();
        builder.Property(example => example.Title).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<PracticeCard> builder)
    {
        builder.ToTable("practice_cards", GrantTables.Schema, table => table.HasCheckConstraint("ck_practice_cards_marks", "cardinality(marks) = 4"));
        builder.HasKey(card => new { card.ExampleId, card.PersonId });
        builder.HasOne<PracticeExample>().WithMany().HasForeignKey(card => card.ExampleId);
        builder.HasOne<Person>().WithMany().HasForeignKey(card => card.PersonId);
    }
}
