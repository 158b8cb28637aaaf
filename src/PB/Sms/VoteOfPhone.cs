using System.Text.Json;
using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Tally.Log;

namespace PB.Sms;

/// <summary>Finds and changes the vote of whoever texts, always through the ballot box.</summary>
public sealed class VoteOfPhone(PbContext db, BallotBox box, BallotSlot slot, TextKeys keys)
{
    // Somebody votes on the web at the same moment: the last one counts, so it is tried again.
    const int Tries = 3;

    /// <summary>Where somebody's vote stands: what it is, as far as that is known here.</summary>
    /// <param name="voter">Whose vote.</param>
    /// <param name="round">In which round.</param>
    /// <param name="mark">Null where they never voted.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<KnownVote> FindAsync(Voter voter, ShelvedRound round, VoteMark? mark, CancellationToken cancel)
    {
        if (mark is null || mark.IsFinal)
            return new(mark?.Version ?? 0, mark is not null, null);
        if (mark.Version == mark.ToldVersion && keys.Open(round.Round.Id, mark.Told!) is { } told)
            return new(mark.Version, false, JsonSerializer.Deserialize<ToldVote>(told));
        var own = await slot.OwnAsync(voter, round.Round.Id, cancel);
        return new(mark.Version, false, own is null ? null : new ToldVote(own.Numbers, ReferenceOf(own.Leaf), null));
    }

    /// <summary>Casts numbers, or takes the vote back where there are none.</summary>
    public async Task<CastByText> CastAsync(VoteByText vote, CancellationToken cancel)
    {
        var before = vote.Before;
        var place = vote.Place ?? await db.PlaceOnTheRollAsync(vote.Round.Round, vote.Voter, cancel);
        for (var tries = 0; ; tries++)
        {
            var entry = new BallotEntry([.. vote.Numbers], Channel.Sms, $"sms/{vote.MessageSid}", before.Version) { IsWithdrawal = vote.Numbers.Count == 0, HadAt = vote.LateSince };
            var (refusal, leaf) = await box.CastAsync(vote.Voter, place, vote.Round.Round, entry, cancel);
            if (refusal is null)
                return Tell(vote, before, leaf);
            if (refusal is not BallotRefusal.ChangedElsewhere || tries == Tries)
                return new(refusal, "", null);
            before = await FindAsync(vote.Voter, vote.Round, await VoteMark.OfAsync(db, vote.Voter.Id, vote.Round.Round.Id, vote.Phone.Id, cancel), cancel);
        }
    }

    CastByText Tell(VoteByText vote, KnownVote before, byte[]? leaf)
    {
        var round = vote.Round.Round.Id;
        var reference = vote.Reference ?? ReferenceOf(leaf ?? []);
        var told = new ToldVote(vote.Numbers, reference, vote.Reference is null && before.Told is { } last ? last with { Before = null } : null);
        return new(null, reference, new TextEcho(vote.Phone.Id, round, before.Version + 1, keys.Seal(round, JsonSerializer.Serialize(told))));
    }

    // The first group of the receipt's code: enough to tell two votes apart, and the same on the web.
    static string ReferenceOf(byte[] leaf) => leaf.Length == 0 ? "" : ReceiptCode.Of(leaf)[..4];
}

/// <summary>What is known of somebody's vote.</summary>
/// <param name="Version">How often it was cast; 0 for never.</param>
/// <param name="OnPaper">Whether it came on paper and is final.</param>
/// <param name="Told">What it is; null where that is not known here.</param>
public sealed record KnownVote(int Version, bool OnPaper, ToldVote? Told)
{
    /// <summary>The projects of a vote that counts; null where there is none, or where it is not known.</summary>
    public IReadOnlyList<int>? Numbers => Told is { Numbers: { Count: > 0 } numbers } ? numbers : null;

    /// <summary>Whether there is a vote of which nothing can be known any more.</summary>
    public bool IsElsewhere => Version > 0 && !OnPaper && Told is null;
}

/// <summary>A vote as its phone was told of it.</summary>
/// <param name="Numbers">In the order in which they were typed; none where the vote was taken back.</param>
/// <param name="Reference">The short form of its receipt.</param>
/// <param name="Before">The vote that it took the place of.</param>
public sealed record ToldVote(IReadOnlyList<int> Numbers, string Reference, ToldVote? Before);

/// <summary>A vote on its way from a phone to the ballot box.</summary>
public sealed record VoteByText(Voter Voter, ShelvedRound Round, Phone Phone, IReadOnlyList<int> Numbers)
{
    public required string MessageSid { get; init; }
    public required KnownVote Before { get; init; }

    /// <summary>Where they are on the roll; null where that was not looked up.</summary>
    public PlaceOnTheRoll? Place { get; init; }

    /// <summary>When the network had a text that reached us after the close.</summary>
    public DateTimeOffset? LateSince { get; init; }

    /// <summary>The reference that an earlier vote had which comes back now.</summary>
    public string? Reference { get; init; }
}

/// <summary>What became of a vote that was cast by text.</summary>
/// <param name="Refusal">Why it was not taken; null when it is in the box.</param>
/// <param name="Reference">The short form of its receipt.</param>
/// <param name="Echo">What the phone is told of it; null when it was not taken.</param>
public sealed record CastByText(BallotRefusal? Refusal, string Reference, TextEcho? Echo);
