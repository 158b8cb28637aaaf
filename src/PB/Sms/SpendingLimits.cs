using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>What texts may cost: a limit for each round, and one for each day. Beyond it only what a vote needs is answered.</summary>
public sealed class SpendingLimits(PbContext db, SmsSettings settings)
{
    const int InOnePenny = 100;

    static readonly ReplyKey[] Needed =
    [
        ReplyKey.Saved, ReplyKey.Changed, ReplyKey.Confirm, ReplyKey.PendingCode, ReplyKey.PendingPc, ReplyKey.AskAge, ReplyKey.Closed, ReplyKey.Stopped, ReplyKey.Safe, ReplyKey.Notme,
    ];

    /// <summary>Whether a reply may go out.</summary>
    public async Task<bool> AllowAsync(ShelvedRound? round, ReplyKey reply, DateTimeOffset now, CancellationToken cancel)
    {
        if (round?.SetUp.SpendLimit is null && settings.DailyLimit == 0 || Needed.Contains(reply))
            return true;
        var (share, kind) = await WorstAsync(round, now, cancel);
        if (share >= 0.8m)
            await WarnAsync(round?.Round.Id, kind, now, cancel);
        return share < 1m;
    }

    /// <summary>What the texts of a round have cost so far, in minor units.</summary>
    public async Task<long> SpentAsync(Guid round, CancellationToken cancel) =>
        await db.Set<OutboundText>().Where(text => text.RoundId == round && text.MessageSid != null).SumAsync(text => (long)text.Segments, cancel) * settings.CostOfPart / InOnePenny;

    async Task<(decimal Share, string Kind)> WorstAsync(ShelvedRound? round, DateTimeOffset now, CancellationToken cancel)
    {
        var ofRound = round is { SetUp.SpendLimit: { } limit and > 0 } ? (decimal)await SpentAsync(round.Round.Id, cancel) / limit : 0;
        if (settings.DailyLimit == 0)
            return (ofRound, "round");
        var today = now.AddDays(-1);
        var parts = await db.Set<OutboundText>().Where(text => text.CreatedAt > today && text.MessageSid != null).SumAsync(text => (long)text.Segments, cancel);
        var ofDay = (decimal)parts * settings.CostOfPart / InOnePenny / settings.DailyLimit;
        return ofDay > ofRound ? (ofDay, "day") : (ofRound, "round");
    }

    async Task WarnAsync(Guid? round, string kind, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now.AddDays(-1);
        if (!await db.Set<TextAlert>().AnyAsync(alert => alert.Kind == TextAlertKind.Spending && alert.RoundId == round && alert.At > since, cancel))
            db.Add(new TextAlert(TextAlertKind.Spending, null, round, null, now).Saying($"More than four fifths of what the {kind}'s texts may cost is spent."));
    }
}
