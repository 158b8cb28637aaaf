using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Proposals;

/// <summary>Takes down what people say about proposals, what they report, and what officers do about it.</summary>
public sealed class DiscussionBook(PbContext db, DiscussionLetters letters, TimeProvider clock)
{
    public async Task<DiscussionRefusal?> SayAsync(Proposal proposal, Guid person, SaidBy said, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposal.Id, cancel);
        var (now, rules) = (clock.GetUtcNow(), await db.RulesForIdeasAsync(round.Id, cancel));
        if (round.WhyNoDiscussion(rules, now) is { } refusal) return refusal;
        if (said.Parent is { } parent && !await db.Comments.AnyAsync(c => c.Id == parent && c.ProposalId == proposal.Id && c.ShownAt != null, cancel))
            return DiscussionRefusal.NoSuchComment;
        if (!said.ForTheCouncil && await TooSoonAsync(proposal.Id, person, rules, now, cancel)) return DiscussionRefusal.TooSoon;
        if (await db.Comments.AnyAsync(c => c.ProposalId == proposal.Id && c.PersonId == person && c.Text == said.Text && c.ParentId == said.Parent, cancel))
            return null; // the same form, sent twice
        var kind = said.Parent is null ? said.Kind : CommentKind.Reply;
        db.Comments.Add(new Comment(proposal.Id, said.Parent, person,
            new CommentText(kind, said.Text, said.ForTheCouncil, said.ForTheCouncil || rules.Moderation is Moderation.Afterwards), now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Tells officers of a comment. One person's word is counted once.</summary>
    public async Task ReportAsync(Guid comment, Guid person, string because, CancellationToken cancel)
    {
        if (await db.CommentReports.AnyAsync(report => report.CommentId == comment && report.PersonId == person, cancel)) return;
        db.CommentReports.Add(new CommentReport(comment, person, because, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Hides a comment or shows it (again); its author is told why, and how to appeal.</summary>
    public Task<DiscussionRefusal?> ModerateAsync(Guid comment, Guid officer, ModerationOrder order, CancellationToken cancel) =>
        ChangeAsync(comment, async (one, round, proposal, now) =>
        {
            if (one.IsHidden == order.Hide && one.ShownAt is not null) return null; // done already
            one.Moderate(order, officer, now);
            db.Journal.Add(new JournalEntry(officer, order.Hide ? "Hid a comment" : "Showed a comment", $"rounds/{round.Slug}/proposals/{proposal.Number}", order.Because, now));
            if (order.Hide && await AddressOfAsync(one, cancel) is { } address)
                db.Messages.Add(letters.Hidden(new Said(round, proposal, one), address, now));
            return (DiscussionRefusal?)null;
        }, cancel);

    public Task<DiscussionRefusal?> AppealAsync(Guid comment, Guid person, string words, CancellationToken cancel) =>
        ChangeAsync(comment, (one, _, _, now) =>
        {
            if (one.PersonId != person || one.LastAct is not { MayBeAppealed: true } act) return Task.FromResult<DiscussionRefusal?>(DiscussionRefusal.NothingToAppeal);
            act.AppealWith(words, now);
            return Task.FromResult<DiscussionRefusal?>(null);
        }, cancel);

    /// <summary>Another officer decides on an appeal.</summary>
    public Task<DiscussionRefusal?> DecideAsync(Guid comment, Guid officer, bool overturn, string decision, CancellationToken cancel) =>
        ChangeAsync(comment, async (one, round, proposal, now) =>
        {
            if (one.LastAct is not { WaitsForDecision: true } act) return DiscussionRefusal.NothingToAppeal;
            if (act.By == officer) return DiscussionRefusal.OwnAct;
            act.Decide(overturn, decision, officer, now);
            db.Journal.Add(new JournalEntry(officer, overturn ? "Granted an appeal about a comment" : "Turned an appeal about a comment down", $"rounds/{round.Slug}/proposals/{proposal.Number}", decision, now));
            if (await AddressOfAsync(one, cancel) is { } address)
                db.Messages.Add(letters.Decided(new Said(round, proposal, one), act, address));
            return (DiscussionRefusal?)null;
        }, cancel);

    async Task<DiscussionRefusal?> ChangeAsync(Guid comment, Func<Comment, Round, Proposal, DateTimeOffset, Task<DiscussionRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var proposalId = await db.Comments.Where(one => one.Id == comment).Select(one => one.ProposalId).SingleAsync(cancel);
        var round = await db.LockedRoundOfAsync(proposalId, cancel);
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == proposalId, cancel);
        if (await change(await db.Comments.Include(one => one.Acts).SingleAsync(one => one.Id == comment, cancel), round, proposal, clock.GetUtcNow()) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    Task<bool> TooSoonAsync(Guid proposal, Guid person, IdeaRules rules, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddMinutes(-rules.SlowModeMinutes);
        return db.Comments.AnyAsync(c => c.ProposalId == proposal && c.PersonId == person && c.At > since && !c.ForTheCouncil, cancel);
    }

    Task<string?> AddressOfAsync(Comment comment, CancellationToken cancel) =>
        db.Users.Where(person => person.Id == comment.PersonId).Select(person => person.Email).SingleOrDefaultAsync(cancel);
}

/// <summary>What somebody says, and to which comment they reply.</summary>
public sealed record SaidBy(CommentKind Kind, string Text, Guid? Parent, bool ForTheCouncil);

public sealed record ModerationOrder(bool Hide, string Because);
