using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Grants.Applications;

sealed class TeamMapping : IEntityTypeConfiguration<TeamMember>, IEntityTypeConfiguration<PanelQuestion>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("team_members", GrantTables.Schema, table => table.HasCheckConstraint("ck_team_members_joined", "(joined_at is null) = (person_id is null) and (joined_at is null or key_hash is null)"));
        builder.HasIndex(member => member.KeyHash).IsUnique();
        builder.HasIndex(member => new { member.ApplicationId, member.PersonId }).IsUnique().HasFilter("left_at is null");
        builder.Property(member => member.Email).HasMaxLength(254);
        builder.HasOne<Application>().WithMany().HasForeignKey(member => member.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(member => member.PersonId);
    }

    public void Configure(EntityTypeBuilder<PanelQuestion> builder)
    {
        builder.ToTable("panel_questions", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_panel_questions_text", "text <> '' and (answered_at is null) = (answer = '') and (stopped_at is null) = (stopped_because = '')");
            table.HasCheckConstraint("ck_panel_questions_order", "(answered_at is null or passed_on_at is not null) and (shown_at is null or answered_at is not null) and num_nonnulls(stopped_at, passed_on_at) <= 1");
        });
        builder.Ignore(question => question.WaitsForCoordinator).Ignore(question => question.WaitsForGroup);
        builder.HasIndex(question => question.ApplicationId);
        builder.Property(question => question.Text).HasMaxLength(500);
        builder.Property(question => question.Answer).HasMaxLength(2000);
        builder.HasOne<Application>().WithMany().HasForeignKey(question => question.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.AskedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(question => question.DealtBy);
    }
}
