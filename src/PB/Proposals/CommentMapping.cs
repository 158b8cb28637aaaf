using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PB.People;

namespace PB.Proposals;

sealed class CommentMapping : IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<ModerationAct>, IEntityTypeConfiguration<CommentReport>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("comments", table =>
        {
            table.HasCheckConstraint("ck_comments_text", "(text = '') = (taken_away_at is not null)");
            table.HasCheckConstraint("ck_comments_reply", "(parent_id is not null) = (kind = 'Reply')");
        });
        builder.Ignore(comment => comment.LastAct).Ignore(comment => comment.IsHidden);
        builder.HasIndex(comment => new { comment.ProposalId, comment.At });
        builder.HasOne<Proposal>().WithMany().HasForeignKey(comment => comment.ProposalId);
        builder.HasOne<Comment>().WithMany().HasForeignKey(comment => comment.ParentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(comment => comment.PersonId);
        builder.HasMany(comment => comment.Acts).WithOne().HasForeignKey(act => act.CommentId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ModerationAct> builder)
    {
        builder.ToTable("moderation_acts", table =>
        {
            table.HasCheckConstraint("ck_moderation_acts_says_why", "because <> ''");
            table.HasCheckConstraint("ck_moderation_acts_decided_by_another", "decided_by is null or decided_by <> by");
            table.HasCheckConstraint("ck_moderation_acts_decided_whole", "(decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null) and (decided_at is null or appealed_at is not null)");
        });
        builder.HasIndex(act => new { act.CommentId, act.Number }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(act => act.By);
        builder.HasOne<Person>().WithMany().HasForeignKey(act => act.DecidedBy);
    }

    public void Configure(EntityTypeBuilder<CommentReport> builder)
    {
        builder.ToTable("comment_reports");
        builder.HasKey(report => new { report.CommentId, report.PersonId });
        builder.HasOne<Comment>().WithMany().HasForeignKey(report => report.CommentId);
        builder.HasOne<Person>().WithMany().HasForeignKey(report => report.PersonId);
    }
}
