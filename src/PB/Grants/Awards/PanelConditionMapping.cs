using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Meetings;
using PB.People;

namespace PB.Grants.Awards;

sealed class PanelConditionMapping : IEntityTypeConfiguration<PanelCondition>, IEntityTypeConfiguration<PanelConditionAnswer>
{
    public void Configure(EntityTypeBuilder<PanelCondition> builder)
    {
        builder.ToTable("panel_conditions", GrantTables.Schema, table => table.HasCheckConstraint("ck_panel_conditions_settled", "text <> '' and num_nonnulls(agreed_at, rejected_at) <= 1"));
        builder.Ignore(condition => condition.Words).Ignore(condition => condition.IsSettled).Ignore(condition => condition.Yes).Ignore(condition => condition.No);
        builder.Property(condition => condition.Text).HasMaxLength(500);
        builder.HasOne<Decision>().WithMany().HasForeignKey(condition => condition.DecisionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(condition => condition.ProposedBy);
        builder.HasMany(condition => condition.Answers).WithOne().HasForeignKey(answer => answer.ConditionId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<PanelConditionAnswer> builder)
    {
        builder.ToTable("panel_condition_answers", GrantTables.Schema);
        builder.HasKey(answer => new { answer.ConditionId, answer.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(answer => answer.PersonId);
    }
}
