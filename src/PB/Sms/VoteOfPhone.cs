using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>Where somebody's vote stands: whether there is one, and what is known of it here.</summary>
    public async Task<KnownVote> FindAsync(Voter voter, ShelvedRound round, Phone phone, CancellationToken cancel)
    {
        if (await box.MarkAsync(voter, round.Round, cancel) is not { } mark)
            return new(0, false, null);
        if (mark.Final)
            return new(mark.Version, true, null);
        var echo = await db.Set<TextEcho>().SingleOrDefaultAsync(e => e.PhoneId == phone.Id && e.RoundId == round.Round.Id, cancel);
        if (echo is not null && echo.Version == mark.Version && keys.Open(round.Round.Id, echo.Sealed) is { } told)
            return new(mark.Version, false, JsonSerializer.Deserialize<ToldVote>(told));
        var own = await slot.OwnAsync(voter, round.Round.Id, cancel);
        return new(mark.Version, false, own is null ? null : new ToldVote(own.Numbers, ReferenceOf(own.Leaf), null));
    }

    /// <summary>Casts numbers, or takes the vote back where there are none, and notes what the phone is told.</summary>
    /// <returns>Why it was not taken; null when it is in the box, with its reference.</returns>
    public async Task<(BallotRefusal? Refusal, string Reference)> CastAsync(VoteByText vote, CancellationToken cancel)
    {
        var before = vote.Before;
        for (var tries = 0; ; tries++)
        {
            var entry = new BallotEntry([.. vote.Numbers], Channel.Sms, $"sms/{vote.MessageSid}", before.Version) { IsWithdrawal = vote.Numbers.Count == 0, HadAt = vote.LateSince };
            var (refusal, leaf) = await box.CastForReceiptAsync(vote.Voter, vote.Round.Round, entry, cancel);
            if (refusal is null)
                return (null, await TellAsync(vote, before, leaf, cancel));
            if (refusal is not BallotRefusal.ChangedElsewhere || tries == Tries)
                return (refusal, "");
            before = await FindAsync(vote.Voter, vote.Round, vote.Phone, cancel);
        }
    }

    async Task<string> TellAsync(VoteByText vote, KnownVote before, byte[]? leaf, CancellationToken cancel)
    {
        var (round, version) = (vote.Round.Round.Id, before.Version + 1);
        var reference = vote.Reference ?? ReferenceOf(leaf ?? []);
        var told = new ToldVote(vote.Numbers, reference, vote.Reference is null && before.Told is { } last ? last with { Before = null } : null);
        var echo = await db.Set<TextEcho>().SingleOrDefaultAsync(e => e.PhoneId == vote.Phone.Id && e.RoundId == round, cancel);
        if (echo is null)
            db.Add(echo = new TextEcho(vote.Phone.Id, round));
        echo.Tell(version, keys.Seal(round, JsonSerializer.Serialize(told)));
        return reference;
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

    /// <summary>When the network had a text that reached us after the close.</summary>
    public DateTimeOffset? LateSince { get; init; }

    /// <summary>The reference that an earlier vote had which comes back now.</summary>
    public string? Reference { get; init; }
}
