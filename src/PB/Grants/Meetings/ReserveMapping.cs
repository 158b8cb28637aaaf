using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Meetings;

sealed class ReserveMapping : IEntityTypeConfiguration<ReserveQuestion>, IEntityTypeConfiguration<ReserveAnswer>
{
    public void Configure(EntityTypeBuilder<ReserveQuestion> builder)
    {
        builder.ToTable("reserve_questions", GrantTables.Schema, table => table.HasCheckConstraint("ck_reserve_questions_settled", "num_nonnulls(confirmed_at, rejected_at) <= 1"));
        builder.Ignore(question => question.IsOpen).Ignore(question => question.IsSettled).Ignore(question => question.Yes).Ignore(question => question.No);
        builder.Property(question => question.AgreedAt).HasColumnName("confirmed_at");
        builder.HasIndex(question => question.DecisionId).IsUnique();
        builder.HasOne<Decision>().WithMany().HasForeignKey(question => question.DecisionId);
        builder.HasMany(question => question.Answers).WithOne().HasForeignKey(answer => answer.QuestionId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ReserveAnswer> builder)
    {
        builder.ToTable("reserve_answers", GrantTables.Schema);
        builder.HasKey(answer => new { answer.QuestionId, answer.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId);
    }
}
