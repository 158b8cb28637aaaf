using PB.Ballots;

namespace PB.Sms;

/// <summary>Decides what a text does and how it is answered. A pure function: the same text in the same situation always gives the same turn.</summary>
/// <remarks>The checks stand in one order: phase, ballot, proof of who it is, paper, confirmation. A vote that is refused changes nothing at all.</remarks>
public static partial class Conversation
{
    public static Turn Decide(TextSituation now, Reading said) => said.Kind switch
    {
        ReadingKind.Danger => Stay(now, ReplyKey.Safe) with { Acts = TextActs.CallForHelp },
        ReadingKind.Stop => now.IsOptedOut ? Silent(now) : Stay(now, ReplyKey.Stopped) with { Acts = TextActs.OptOut },
        ReadingKind.Start => Stay(now, ReplyKey.Started) with { Acts = TextActs.OptIn },
        ReadingKind.Thanks => Silent(now),
        ReadingKind.Language => Speak(now, said),
        ReadingKind.NotMe => Stay(now, ReplyKey.Notme) with { Acts = TextActs.Freeze },
        ReadingKind.Join => Stay(now, now.HasJoined ? ReplyKey.Joined : ReplyKey.JoinBad),
        _ when now.Round is null => Which(now),
        _ => InRound(now, now.Round, said),
    };

    static Turn InRound(TextSituation now, TextRound round, Reading said) => said.Kind switch
    {
        ReadingKind.Vote when now.State is TextState.AwaitAge && said is { SaysVote: false, Numbers: [var age] } => Aged(now, round, age),
        ReadingKind.Vote => Vote(now, round, new PendingVote(said.Numbers, said.NeedsOk, now.Pending?.Area)),
        ReadingKind.VoteWord => Closed(now, round) ?? Frozen(now) ?? (now.IsKnown ? OnPaper(now) ?? Stay(now, ReplyKey.NoNums) : AskForProof(now, round, new([], false))),
        ReadingKind.Proof => Closed(now, round) ?? Frozen(now) ?? Vote(now, round, now.Pending ?? new([], false)),
        ReadingKind.Spaces or ReadingKind.Money or ReadingKind.WordNumber or ReadingKind.TwiceInRanking => Closed(now, round) ?? Unreadable(now, said),
        ReadingKind.Yes => Agreed(now, round, said),
        ReadingKind.No => Refused(now),
        ReadingKind.Unsure => Unsure(now),
        ReadingKind.Empty => Stay(now, now.HasMedia ? ReplyKey.Media : ReplyKey.Help),
        ReadingKind.Idea => Idea(now, round, said),
        ReadingKind.Clear => Closed(now, round) ?? Frozen(now) ?? OnPaper(now) ?? Clear(now, round),
        _ => Asked(now, round, said),
    };

    /// <summary>What somebody asks for, which changes nothing.</summary>
    static Turn Asked(TextSituation now, TextRound round, Reading said) => said.Kind switch
    {
        ReadingKind.Status => Status(now, round),
        ReadingKind.List => Stay(now, ReplyKey.List) with { Count = int.Parse(said.Rest, System.Globalization.CultureInfo.InvariantCulture) },
        ReadingKind.About => About(now, round, said.Numbers[0]),
        ReadingKind.Result => Stay(now, now.IsPublished ? ReplyKey.Result : ReplyKey.ResultLater) with { Acts = now.IsPublished ? TextActs.None : TextActs.AskForResult },
        ReadingKind.MyData => Stay(now, ReplyKey.MyData),
        _ => Stay(now, ReplyKey.Help),
    };

    /// <summary>A vote with its numbers, or the proof for one that waits.</summary>
    static Turn Vote(TextSituation now, TextRound round, PendingVote vote)
    {
        if (Closed(now, round) is { } tooLate)
            return tooLate;
        if (Frozen(now) is { } frozen)
            return frozen;
        if (vote.HasNumbers && Invalid(now, round, vote.Numbers) is { } invalid)
            return invalid;
        if (Unproved(now, round, vote) is { } unproved)
            return unproved;
        var proof = now.Code is CodeVerdict.Good && !now.HasAccount ? TextActs.TakeCode : TextActs.None;
        var turn = !vote.HasNumbers ? new Turn(ReplyKey.Verified, TextState.Idle)
            : OnPaper(now) ?? (vote.NeedsOk || round.ConfirmFirst ? new Turn(ReplyKey.Confirm, TextState.AwaitConfirm) { Numbers = vote.Numbers, Pending = vote } : Save(now, round, vote.Numbers));
        return turn with { Acts = turn.Acts | proof };
    }

    static Turn Save(TextSituation now, TextRound round, IReadOnlyList<int> numbers)
    {
        var same = now.Vote is { } vote && (round.IsRanking ? vote.SequenceEqual(numbers) : vote.Order().SequenceEqual(numbers.Order()));
        return same ? new Turn(ReplyKey.Same, TextState.Idle) { Numbers = numbers }
            : HasFinalVote(now, round) ? new Turn(ReplyKey.AlreadyVoted, TextState.Idle)
            : new Turn(now.Vote is null && !now.VotedElsewhere ? ReplyKey.Saved : ReplyKey.Changed, TextState.Idle) { Numbers = numbers, Acts = TextActs.Cast };
    }

    static bool HasFinalVote(TextSituation now, TextRound round) => !round.Rules.AllowChange && (now.VotedElsewhere || now.Vote is not null);

    /// <summary>Why these numbers cannot be a vote in this round.</summary>
    static Turn? Invalid(TextSituation now, TextRound round, IReadOnlyList<int> numbers)
    {
        var (refusal, number) = round.WhyRefused(numbers, now.Paper!);
        return refusal switch
        {
            null => null,
            BallotRefusal.NoSuchProject => Stay(now, round.Projects.ContainsKey(number) ? ReplyKey.Withdrawn : ReplyKey.NoProject) with { Count = number },
            BallotRefusal.TooFewChosen => Stay(now, ReplyKey.TooFew) with { Count = numbers.Count },
            BallotRefusal.TooManyChosen => Stay(now, ReplyKey.TooMany) with { Count = numbers.Count },
            BallotRefusal.OverThePot => Stay(now, ReplyKey.Over) with { Numbers = numbers },
            _ => throw new InvalidOperationException($"The ballot paper answered {refusal}."),
        };
    }

    /// <summary>What to say to a vote outside the hours; null while voting is open.</summary>
    static Turn? Closed(TextSituation now, TextRound round) => round.PhaseAt(now.At) switch
    {
        TextPhase.Before => Stay(now, ReplyKey.NotOpen),
        TextPhase.Paused => Stay(now, ReplyKey.Paused),
        TextPhase.Cancelled => new Turn(ReplyKey.Cancelled, TextState.Idle),
        TextPhase.Closed => new Turn(ReplyKey.Closed, TextState.Idle),
        TextPhase.Open => null,
    };

    static Turn? Frozen(TextSituation now) => now.IsFrozen ? new Turn(ReplyKey.Frozen, TextState.Idle) : null;

    static Turn? OnPaper(TextSituation now) => now.OnPaper ? new Turn(ReplyKey.Paper, TextState.Idle) : null;

    static Turn Which(TextSituation now) => now.Choice.Count == 0 ? Silent(now)
        : new Turn(ReplyKey.Which, now.State) { Acts = TextActs.Hold, Count = now.Choice.Count, Words = string.Join(", ", now.Choice.Select(round => $"{round.Keyword} = {round.Name}")) };

    static Turn Stay(TextSituation now, ReplyKey reply) => new(reply, now.State) { Pending = now.Pending };

    static Turn Silent(TextSituation now) => new(null, now.State) { Pending = now.Pending };
}
