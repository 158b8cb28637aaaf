using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>What went to and fro between a phone and a number: for the demonstration, in which nothing is real.</summary>
public static class TextThread
{
    const int Most = 60;

    public static async Task<IReadOnlyList<Line>> ThreadAsync(this PbContext db, TextKeys keys, string phone, string number, CancellationToken cancel)
    {
        var fingerprint = keys.Fingerprint("phone", phone);
        var came = await (from text in db.Set<InboundText>()
                          where db.Set<Phone>().Any(p => p.Id == text.PhoneId && p.Fingerprint == fingerprint) && db.Set<TextNumber>().Any(n => n.Id == text.NumberId && n.Number == number)
                          orderby text.ReceivedAt descending
                          select text).Take(Most).ToListAsync(cancel);
        var went = await (from text in db.Set<OutboundText>()
                          where db.Set<Phone>().Any(p => p.Id == text.PhoneId && p.Fingerprint == fingerprint) && db.Set<TextNumber>().Any(n => n.Id == text.NumberId && n.Number == number)
                          orderby text.CreatedAt descending
                          select text).Take(Most).ToListAsync(cancel);
        return
        [
            .. came.Select(text => new Line(true, Said(keys, text), text.ReceivedAt))
                .Concat(went.Select(text => new Line(false, text.Body is { } body ? keys.Open(body) : "", text.CreatedAt)))
                .OrderBy(line => line.At).ThenByDescending(line => line.IsTheirs),
        ];
    }

    static string Said(TextKeys keys, InboundText text) => text switch
    {
        { Body: null } => "",
        { RoundId: { } round, Said: not nameof(ReadingKind.Danger) } => keys.Open(round, text.Body) ?? "",
        _ => keys.Open(text.Body),
    };

    /// <param name="IsTheirs">Whether the phone sent it.</param>
    public sealed record Line(bool IsTheirs, string Text, DateTimeOffset At);
}
