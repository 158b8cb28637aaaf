using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.Grants.Applications;
using PB.People;

namespace PB.Grants.Awards;

sealed class ReportMapping :
    IEntityTypeConfiguration<Report>,
    IEntityTypeConfiguration<ReportLine>,
    IEntityTypeConfiguration<Feedback>,
    IEntityTypeConfiguration<FeedbackBand>,
    IEntityTypeConfiguration<ProcessAppeal>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_reports_submitted", "(submitted_by is null) = (submitted_at is null)");
            table.HasCheckConstraint("ck_reports_asked", "(asked_at is null) = (question = '') and (asked_at is null) = (answer_due_on is null) and (answered_at is null) = (answer = '') and (answered_at is null or answered_at >= asked_at)");
            table.HasCheckConstraint("ck_reports_accepted", "(accepted_by is null) = (accepted_at is null) and (accepted_at is null or submitted_at is not null) and accepted_by <> submitted_by");
        });
        builder.Ignore(report => report.Evidenced).Ignore(report => report.IsOutstanding).Ignore(report => report.IsQueried).Ignore(report => report.OutstandingOn);
        builder.HasIndex(report => new { report.AwardId, report.Kind }).IsUnique();
        builder.HasIndex(report => report.DueOn).HasFilter("accepted_at is null");
        builder.HasOne<Award>().WithMany().HasForeignKey(report => report.AwardId);
        builder.HasOne<Person>().WithMany().HasForeignKey(report => report.SubmittedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(report => report.AcceptedBy);
        builder.HasMany(report => report.Lines).WithOne().HasForeignKey(line => line.ReportId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ReportLine> builder)
    {
        builder.ToTable("report_lines", GrantTables.Schema, table => table.HasCheckConstraint("ck_report_lines_amount", "amount > 0"));
        builder.Ignore(line => line.IsEvidenced);
        builder.HasKey(line => new { line.ReportId, line.Number });
    }

    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("feedback", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_feedback_moderated", "(moderated_by is null) = (sent_at is null) and moderated_by <> written_by");
            table.HasCheckConstraint("ck_feedback_whole", "strength <> '' and other_strength <> '' and improve <> ''");
        });
        builder.HasIndex(feedback => feedback.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(feedback => feedback.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(feedback => feedback.WrittenBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(feedback => feedback.ModeratedBy);
        builder.HasMany(feedback => feedback.Bands).WithOne().HasForeignKey(band => band.FeedbackId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<FeedbackBand> builder)
    {
        builder.ToTable("feedback_bands", GrantTables.Schema);
        builder.HasKey(band => new { band.FeedbackId, band.Criterion });
    }

    public void Configure(EntityTypeBuilder<ProcessAppeal> builder)
    {
        builder.ToTable("process_appeals", GrantTables.Schema, table =>
        {
            table.HasCheckConstraint("ck_process_appeals_answered",
                "(answered_at is null) = (answered_by is null) and (answered_at is null) = (outcome is null) and (answered_at is null) = (answer = '')");
            table.HasCheckConstraint("ck_process_appeals_by_another", "reason <> '' and answered_by <> lodged_by");
        });
        builder.HasIndex(appeal => appeal.ApplicationId).IsUnique();
        builder.HasOne<Application>().WithMany().HasForeignKey(appeal => appeal.ApplicationId);
        builder.HasOne<Person>().WithMany().HasForeignKey(appeal => appeal.LodgedBy);
        builder.HasOne<Person>().WithMany().HasForeignKey(appeal => appeal.AnsweredBy);
    }
}
