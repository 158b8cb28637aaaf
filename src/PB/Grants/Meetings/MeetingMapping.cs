using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Panels;
using PB.People;

namespace PB.Grants.Meetings;

sealed class MeetingMapping :
    IEntityTypeConfiguration<Meeting>,
    IEntityTypeConfiguration<Attendance>,
    IEntityTypeConfiguration<Item>,
    IEntityTypeConfiguration<MinuteLine>,
    IEntityTypeConfiguration<MinutesAgreement>,
    IEntityTypeConfiguration<Vote>,
    IEntityTypeConfiguration<VoteLine>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meetings", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_meetings_closed", "closed_at >= opened_at and (closed_at is null or opened_at is not null) and (minutes_agreed_at is null or closed_at is not null)");
            table.HasCheckConstraint("ck_meetings_suspended", "suspended_at is null or opened_at <= suspended_at");
        });
        builder.Ignore(meeting => meeting.IsOpen);
        builder.Ignore(meeting => meeting.AtHand);
        builder.Ignore(meeting => meeting.Decided).Ignore(meeting => meeting.Hands);
        builder.Property(meeting => meeting.Place).HasMaxLength(200);
        builder.Property(meeting => meeting.Seed).HasMaxLength(80);
        builder.HasOne<Call>().WithMany().HasForeignKey(meeting => meeting.CallId);
        builder.HasOne<Panel>().WithMany().HasForeignKey(meeting => meeting.PanelId);
        builder.HasOne<Person>().WithMany().HasForeignKey(meeting => meeting.CalledBy);
        builder.HasMany(meeting => meeting.Attendances).WithOne().HasForeignKey(attendance => attendance.MeetingId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(meeting => meeting.Items).WithOne().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(meeting => meeting.Minutes).WithOne().HasForeignKey(line => line.MeetingId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("attendances", GrantTables.Schema);
        builder.HasIndex(attendance => new { attendance.MeetingId, attendance.PersonId }).IsUnique().HasFilter("left_at is null");
        builder.HasOne<Person>().WithMany().HasForeignKey(attendance => attendance.PersonId);
    }

    public void Configure(EntityTypeBuilder<Item> builder)
    {
        builder.ToTable("meeting_items", GrantTables.Schema, table => table.HasCheckConstraint("ck_meeting_items_ended", "num_nonnulls(decided_at, deferred_at) <= 1 and (shortlisted_at is null or shortlisted_at = decided_at) and (handed_to is null or deferred_at is not null)"));
        builder.Ignore(item => item.IsAtHand);
        builder.Ignore(item => item.IsOpen);
        builder.HasIndex(item => new { item.MeetingId, item.Number }).IsUnique();
        builder.HasIndex(item => item.MeetingId).IsUnique().HasDatabaseName("ux_meeting_items_at_hand")
            .HasFilter("begun_at is not null and decided_at is null and deferred_at is null");
        builder.HasOne<Application>().WithMany().HasForeignKey(item => item.ApplicationId);
        builder.HasOne<Panel>().WithMany().HasForeignKey(item => item.HandedTo);
    }

    public void Configure(EntityTypeBuilder<MinuteLine> builder)
    {
        builder.ToTable("minute_lines", GrantTables.Schema);
        builder.HasIndex(line => new { line.MeetingId, line.Number }).IsUnique();
        builder.HasOne<Item>().WithMany().HasForeignKey(line => line.ItemId);
    }

    public void Configure(EntityTypeBuilder<MinutesAgreement> builder)
    {
        builder.ToTable("minutes_agreements", GrantTables.Schema);
        builder.HasKey(agreement => new { agreement.MeetingId, agreement.PersonId });
        builder.HasOne<Meeting>().WithMany().HasForeignKey(agreement => agreement.MeetingId);
        builder.HasOne<Person>().WithMany().HasForeignKey(agreement => agreement.PersonId);
    }

    public void Configure(EntityTypeBuilder<Vote> builder)
    {
        builder.ToTable("votes", GrantTables.Schema, table => table.HasCheckConstraint("ck_votes_counted", "yes >= 0 and no >= 0 and abstain >= 0 and amount >= 0"));
        builder.Ignore(vote => vote.Outcome).Ignore(vote => vote.Verdict);
        builder.HasIndex(vote => vote.MeetingId).IsUnique().HasDatabaseName("ux_votes_open").HasFilter("closed_at is null");
        builder.HasOne<Meeting>().WithMany().HasForeignKey(vote => vote.MeetingId);
        builder.HasOne<Item>().WithMany().HasForeignKey(vote => vote.ItemId);
        builder.HasMany(vote => vote.Lines).WithOne().HasForeignKey(line => line.VoteId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<VoteLine> builder)
    {
        builder.ToTable("vote_lines", GrantTables.Schema, table => table.HasCheckConstraint("ck_vote_lines_amount", "amount >= 0"));
        builder.HasKey(line => new { line.VoteId, line.BudgetLineId });
        builder.HasOne<BudgetLine>().WithMany().HasForeignKey(line => line.BudgetLineId);
    }
}
