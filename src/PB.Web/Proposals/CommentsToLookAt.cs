using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;

namespace PB.Web.Proposals;

/// <summary>Comments that an officer has to look at: new ones where that is the rule, reported ones, appeals.</summary>
public sealed record CommentsToLookAt(IReadOnlyList<ModerationLine> Lines)
{
    public static async Task<CommentsToLookAt> ReadAsync(PbContext db, CancellationToken cancel) => new(await (
        from comment in db.Comments
        join proposal in db.Proposals on comment.ProposalId equals proposal.Id
        join round in db.Rounds on proposal.RoundId equals round.Id
        let reports = db.CommentReports.Count(report => report.CommentId == comment.Id)
        let appealed = comment.Acts.Any(act => act.AppealedAt != null && act.DecidedAt == null)
        where appealed || (comment.ShownAt == null && !comment.Acts.Any())
            || (reports > 0 && !comment.Acts.Any(act => act.At >= db.CommentReports.Where(report => report.CommentId == comment.Id).Max(report => report.At)))
        orderby comment.At
        select new ModerationLine(round.Slug, proposal.Number!.Value, comment.Id, comment.Text, reports) { Title = proposal.Title, IsAppeal = appealed, IsNew = comment.ShownAt == null })
        .Take(200).ToListAsync(cancel));
}

public sealed record ModerationLine(string Slug, int Number, Guid Comment, string Text, int Reports)
{
    public required string Title { get; init; }
    public required bool IsAppeal { get; init; }
    public required bool IsNew { get; init; }
}

/// <summary>A comment before an officer, with what people reported of it.</summary>
public sealed record ModerationPage(ReasonForm Form, Said Said, IReadOnlyList<string> Reports);
