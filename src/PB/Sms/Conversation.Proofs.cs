namespace PB.Sms;

// Who somebody is: letter codes, postcodes, ages.
public static partial class Conversation
{
    /// <summary>What is still to be proved before a vote counts; null when nothing is.</summary>
    static Turn? Unproved(TextSituation now, TextRound round, PendingVote vote)
    {
        if (now.Code is { } code && !now.HasAccount && round.Proof is not ProofOfVoter.Registered)
            return code is CodeVerdict.Good ? null : WrongCode(now, code, vote);
        if (now.IsKnown)
            return null;
        return now switch
        {
            { Area: { } area } => AskForAge(vote with { Area = area }),
            { IsInSeveralAreas: true } => new Turn(ReplyKey.NotElig, TextState.AwaitPostcode) { Pending = vote.HasNumbers ? vote : now.Pending },
            { Postcode: { } outside } => new Turn(ReplyKey.NotArea, TextState.AwaitPostcode) { Pending = vote.HasNumbers ? vote : now.Pending, Words = outside },
            _ => AskForProof(now, round, vote),
        };
    }

    static Turn WrongCode(TextSituation now, CodeVerdict code, PendingVote vote)
    {
        var isLast = code is not CodeVerdict.Locked && now.TriesLeft <= 1;
        var reply = code is CodeVerdict.Locked || isLast ? ReplyKey.Locked : code is CodeVerdict.Used ? ReplyKey.CodeUsed : ReplyKey.BadCode;
        return new Turn(reply, TextState.AwaitCode)
        {
            Pending = vote.HasNumbers ? vote : now.Pending,
            Count = now.TriesLeft - 1,
            Acts = code is CodeVerdict.Locked ? TextActs.None : TextActs.WrongCode,
        };
    }

    static Turn AskForProof(TextSituation now, TextRound round, PendingVote vote)
    {
        if (vote is { HasNumbers: true, Area: not null } && now.State is TextState.AwaitAge)
            return AskForAge(vote);
        var kept = vote.HasNumbers ? vote : now.Pending;
        return round.Proof switch
        {
            ProofOfVoter.Registered => new Turn(ReplyKey.NotElig, TextState.Idle),
            ProofOfVoter.LetterCode => new Turn(vote.HasNumbers ? ReplyKey.PendingCode : ReplyKey.AskCode, TextState.AwaitCode) { Numbers = vote.Numbers, Pending = kept },
            ProofOfVoter.PostcodeAndAge => new Turn(vote.HasNumbers ? ReplyKey.PendingPc : ReplyKey.AskPc, TextState.AwaitPostcode) { Numbers = vote.Numbers, Pending = kept },
        };
    }

    static Turn AskForAge(PendingVote vote) => new(ReplyKey.AskAge, TextState.AwaitAge) { Pending = vote };

    static Turn Aged(TextSituation now, TextRound round, int age) => age < round.MinimumAge ? new Turn(ReplyKey.Underage, TextState.Idle) : OldEnough(now, round, age);

    static Turn OldEnough(TextSituation now, TextRound round, int? age)
    {
        if ((Closed(now, round) ?? Frozen(now)) is { } tooLate)
            return tooLate;
        var turn = Vote(now with { IsKnown = true, Area = null, Postcode = null }, round, now.Pending ?? new([], false));
        return turn with { Acts = turn.Acts | TextActs.Declare, Age = age, Area = now.Pending?.Area };
    }
}
