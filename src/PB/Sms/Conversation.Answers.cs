namespace PB.Sms;

// Answers to what we asked, and questions that change nothing.
public static partial class Conversation
{
    static Turn Agreed(TextSituation now, TextRound round, Reading said) => now.State switch
    {
        TextState.AwaitConfirm => Confirmed(now, round),
        TextState.AwaitClear => Closed(now, round) ?? Frozen(now) ?? OnPaper(now)
            ?? (now.Vote is null ? new Turn(ReplyKey.ClearNone, TextState.Idle) : new Turn(ReplyKey.Cleared, TextState.Idle) { Acts = TextActs.Withdraw }),
        TextState.AwaitAge => OldEnough(now, round, null),
        TextState.AwaitCode or TextState.AwaitPostcode => Unsure(now),
        // A thumb is thanks; a word waits for an answer.
        TextState.Idle => said.Rest.Length > 0 ? Silent(now) : Stay(now, ReplyKey.NothingOk),
    };

    static Turn Confirmed(TextSituation now, TextRound round)
    {
        var vote = now.Pending ?? throw new InvalidOperationException("An OK was waited for, and nothing to say OK to.");
        return Closed(now, round) ?? Frozen(now) ?? Invalid(now, round, vote.Numbers) ?? Unproved(now, round, vote) ?? OnPaper(now) ?? Save(now, round, vote.Numbers);
    }

    static Turn Refused(TextSituation now) => now.State switch
    {
        TextState.AwaitConfirm or TextState.AwaitClear => now.Vote is { } vote
            ? new Turn(ReplyKey.Kept, TextState.Idle) { Numbers = vote }
            : new Turn(ReplyKey.NotSent, TextState.Idle),
        TextState.AwaitAge => new Turn(ReplyKey.Underage, TextState.Idle),
        _ => Unsure(now),
    };

    static Turn Unsure(TextSituation now) => Stay(now, now.State switch
    {
        TextState.AwaitCode => ReplyKey.AskCode,
        TextState.AwaitPostcode => ReplyKey.BadPc,
        TextState.AwaitAge => ReplyKey.AskAge,
        TextState.Idle or TextState.AwaitConfirm or TextState.AwaitClear => ReplyKey.Unsure,
    });

    static Turn Unreadable(TextSituation now, Reading said) => now.State is TextState.AwaitAge ? Unsure(now) : said.Kind switch
    {
        ReadingKind.Spaces => Stay(now, ReplyKey.Spaces),
        ReadingKind.Money => Stay(now, ReplyKey.Money),
        ReadingKind.WordNumber => Stay(now, ReplyKey.Wordnum),
        _ => Stay(now, ReplyKey.RankDup) with { Count = said.Numbers[0] },
    };

    static Turn Clear(TextSituation now, TextRound round) => HasFinalVote(now, round) ? Stay(now, ReplyKey.AlreadyVoted) : now.Vote is { } vote
        ? new Turn(ReplyKey.ClearAsk, TextState.AwaitClear) { Numbers = vote }
        : Stay(now, ReplyKey.ClearNone);

    static Turn Status(TextSituation now, TextRound round)
    {
        var phase = round.PhaseAt(now.At);
        if (phase is TextPhase.Before or TextPhase.Cancelled)
            return Closed(now, round)!;
        if (now.OnPaper)
            return Stay(now, ReplyKey.Paper);
        if (phase is TextPhase.Closed && now.VotedElsewhere)
            return new Turn(ReplyKey.StatusElsewhere, TextState.Idle);
        if (phase is TextPhase.Closed)
            return now.Vote is { } last ? new Turn(ReplyKey.StatusClosed, TextState.Idle) { Numbers = last } : new Turn(ReplyKey.StatusNoneClosed, TextState.Idle);
        if (now.Pending is { HasNumbers: true } pending)
            return Stay(now, ReplyKey.StatusPending) with { Numbers = pending.Numbers };
        return now.Vote is { } vote ? Stay(now, ReplyKey.Status) with { Numbers = vote } : Stay(now, ReplyKey.StatusNone);
    }

    static Turn About(TextSituation now, TextRound round, int number) => round.Projects.GetValueOrDefault(number) switch
    {
        null => Stay(now, ReplyKey.NoProject) with { Count = number },
        { Withdrawn: true } => Stay(now, ReplyKey.Withdrawn) with { Count = number },
        _ => Stay(now, ReplyKey.About) with { Numbers = [number] },
    };

    static Turn Idea(TextSituation now, TextRound round, Reading said) =>
        !round.IdeasOpen ? Stay(now, ReplyKey.IdeaClosed)
        : said.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < 3 ? Stay(now, ReplyKey.IdeaShort)
        : Stay(now, ReplyKey.IdeaOk) with { Idea = said.Rest };

    static Turn Speak(TextSituation now, Reading said) => Replies.Languages.Contains(said.Rest)
        ? Stay(now, ReplyKey.Lang) with { Language = said.Rest }
        : Unsure(now);
}
