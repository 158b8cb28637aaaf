using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

/// <summary>What people say about a proposal: questions with their replies, and as many arguments for it as against it.</summary>
public sealed record DiscussionPage(Round Round, Proposal Proposal)
{
    /// <summary>How many arguments of a side stand on the page at first; the other side gets the same room.</summary>
    const int MostOfASide = 10;

    public required IReadOnlyList<CommentThread> Threads { get; init; }
    public required DiscussionRefusal? WhyNot { get; init; }
    public required IdeaRules Rules { get; init; }
    public required Guid? Reader { get; init; }
    public required bool IsStaff { get; init; }

    /// <summary>Whether all arguments are asked for, also where one side has more.</summary>
    public bool All { get; init; }

    public DiscussionForm Form { get; init; } = new();

    public IEnumerable<CommentThread> Questions => Threads.Where(thread => thread.Comment.Kind is CommentKind.Question);
    public IEnumerable<CommentThread> For => Side(CommentKind.For);
    public IEnumerable<CommentThread> Against => Side(CommentKind.Against);

    /// <summary>Whether there is more to read than what stands on the page.</summary>
    public bool HasMore => !All && Threads.Count(IsArgument) > MostOfASide * 2;

    public static async Task<DiscussionPage> ReadAsync(PbContext db, Round round, Proposal proposal, DiscussionReader reader, CancellationToken cancel)
    {
        var rules = await db.RulesForIdeasAsync(round.Id, cancel);
        var comments = await db.Comments.AsNoTracking().Include(comment => comment.Acts).Where(comment => comment.ProposalId == proposal.Id)
            .OrderBy(comment => comment.At).ThenBy(comment => comment.Id).ToListAsync(cancel);
        var seen = comments.FindAll(comment => comment.ShownAt is not null || comment.PersonId == reader.Person || reader.IsStaff);
        var replies = seen.Where(comment => comment.ParentId is not null).ToLookup(comment => comment.ParentId!.Value);
        return new DiscussionPage(round, proposal)
        {
            Threads = [.. seen.Where(comment => comment.ParentId is null).Select(comment => new CommentThread(comment, [.. Below(comment.Id, replies)]))],
            WhyNot = round.WhyNoDiscussion(rules, reader.Now),
            Rules = rules,
            Reader = reader.Person,
            IsStaff = reader.IsStaff,
        };
    }

    // Replies to replies stand in one line under what began it, each after what it answers.
    static IEnumerable<Comment> Below(Guid id, ILookup<Guid, Comment> replies) =>
        replies[id].SelectMany(reply => Below(reply.Id, replies).Prepend(reply));

    IEnumerable<CommentThread> Side(CommentKind kind) => Threads.Where(thread => thread.Comment.Kind == kind).Take(All ? int.MaxValue : MostOfASide);

    static bool IsArgument(CommentThread thread) => thread.Comment.Kind is CommentKind.For or CommentKind.Against;
}

/// <summary>A question or an argument, and the replies to it.</summary>
public sealed record CommentThread(Comment Comment, IReadOnlyList<Comment> Replies);

/// <summary>Who reads, and when.</summary>
public sealed record DiscussionReader(Guid? Person, bool IsStaff, DateTimeOffset Now);
