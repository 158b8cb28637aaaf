using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>Puts an answer into the outbox, or keeps silent where one is of no use, costs too much, or could go on for ever; and notes where the conversation stands.</summary>
public sealed class AnswerDesk(PbContext db, TextKeys keys, SpendingLimits limits)
{
    static readonly TimeSpan Validity = TimeSpan.FromHours(1), Quiet = TimeSpan.FromMinutes(10);

    public async Task AnswerAsync(TextCase found, Turn turn, string reference, CancellationToken cancel)
    {
        var language = found.Phone.Language;
        var isTooMuch = found.Traffic.LastMinutes > Traffic.MostAtOnce && !IsQuiet(found);
        var reply = isTooMuch ? ReplyKey.Slow : turn.Reply;
        var body = reply is ReplyKey.Result && found.Round is { } published ? (await ResultText.OfAsync(db, published, cancel))?.Write(published.Text, language) : reply is null || (found.Round ?? (found.Rounds.Count > 0 ? found.Rounds[0] : null)) is not { } round ? null
            : new ReplyWriter(round.Text, language).Write(turn with { Reply = reply }, reference);
        var isSilent = reply is null || body is null || await IsSilentAsync(found, reply.Value, Replies.Name(reply.Value, language), cancel);
        if (!isSilent)
            Send(found, reply!.Value, body!);
        if (isTooMuch)
            found.Phone.BeQuietUntil(found.Now + Quiet);
        var said = reply is null ? null : Replies.Name(reply.Value, language);
        End(found, turn, said, isSilent ? TextOutcome.Silent : TextOutcome.Answered);
    }

    /// <summary>Keeps a text that came after the close until the provider says when it had it.</summary>
    public static void Hold(TextCase found) => found.Inbound.End(null, found.Reading.ToString(), null, TextOutcome.Held);

    /// <summary>Too many came from one phone: kept, and looked at by a person.</summary>
    public async Task LeaveUnreadAsync(TextCase found, CancellationToken cancel)
    {
        found.Inbound.End(null, null, null, TextOutcome.Unread);
        var (phone, since) = (found.Phone.Id, found.Now.AddDays(-1));
        if (!await db.Set<TextAlert>().AnyAsync(alert => alert.Kind == TextAlertKind.Flood && alert.PhoneId == phone && alert.At > since, cancel))
            db.Add(new TextAlert(TextAlertKind.Flood, phone, null, found.Inbound.Id, found.Now));
    }

    async Task<bool> IsSilentAsync(TextCase found, ReplyKey reply, string name, CancellationToken cancel) =>
        found.Phone.OptedOutAt is not null && reply is not ReplyKey.Stopped
        || !found.Phone.IsBritish && found.Links.Count == 0
        || IsQuiet(found)
        || found.Traffic.AnswersToday >= Traffic.MostAnswersADay
        || found.Traffic.Alike >= Traffic.MostAlike
        || found.Traffic.LastReply == name
        || !await limits.AllowAsync(found.Round, reply, found.Now, cancel);

    static bool IsQuiet(TextCase found) => found.Phone.QuietUntil > found.Now;

    void Send(TextCase found, ReplyKey reply, string body) =>
        found.Answer = new OutboundText(found.Phone.Id, found.Number.Id, reply, keys.Seal(body), found.Now)
            .About(found.Round?.Round.Id, found.Inbound.Id, Gsm7.Segments(body), found.Now + Validity);

    void End(TextCase found, Turn turn, string? said, TextOutcome outcome)
    {
        var round = found.Round?.Round.Id;
        var waits = turn.Pending is { } pending && round is { } about && turn.State is not (TextState.Idle or TextState.AwaitClear)
            ? keys.Seal(about, JsonSerializer.Serialize(pending)) : null;
        found.Session.Go(turn.State, round ?? found.Session.RoundId, waits, found.Now);
        found.Session.Hold(turn.Does(TextActs.Hold) ? keys.Seal(found.Text.Body) : null);
        found.Inbound.End(round, found.Reading.ToString(), said, outcome);
        // What says something about a vote goes with the round's key; a call for help stays for who is on duty.
        if (round is { } of && found.Reading.Kind is not ReadingKind.Danger)
            found.Inbound.Seal(keys.Seal(of, found.Text.Body));
    }
}
