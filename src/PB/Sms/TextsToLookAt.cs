using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Rounds;

namespace PB.Sms;

/// <summary>What of a round's texts a person has to look at: alerts, and texts that nobody could read.</summary>
public sealed class TextsToLookAt(PbContext db, PhoneBook phones, TimeProvider clock)
{
    const int Shown = 100;

    /// <summary>Alerts that nobody has dealt with, of this round or of none, oldest first.</summary>
    public Task<List<TextAlert>> AlertsAsync(Guid round, CancellationToken cancel) =>
        db.Set<TextAlert>().AsNoTracking().Where(alert => alert.HandledAt == null && (alert.RoundId == round || alert.RoundId == null)).OrderBy(alert => alert.At).Take(Shown).ToListAsync(cancel);

    /// <summary>The newest texts that we could not read, of phones that have not voted since.</summary>
    public async Task<IReadOnlyList<UnclearText>> UnclearAsync(Guid round, CancellationToken cancel)
    {
        var texts = await (
            from text in db.Set<InboundText>()
            join phone in db.Set<Phone>() on text.PhoneId equals phone.Id
            where text.RoundId == round && text.Said == nameof(ReadingKind.Unsure) && text.Body != null
                && !db.Set<InboundText>().Any(later => later.PhoneId == text.PhoneId && later.ReceivedAt > text.ReceivedAt && later.Said!.StartsWith(nameof(ReadingKind.Vote)))
            orderby text.ReceivedAt descending
            select new { text.Id, phone, text.ReceivedAt }).AsNoTracking().Take(Shown).ToListAsync(cancel);
        return [.. texts.Select(text => new UnclearText(text.Id, phones.Masked(text.phone), text.ReceivedAt))];
    }

    /// <summary>What one of them says and whose it is, once the journal has who reads it and why; null where that is not kept, or is of another round.</summary>
    public async Task<OpenedText?> OpenAsync(Round round, Guid id, (Guid Id, string Why) reader, CancellationToken cancel)
    {
        if (await FindAsync(round.Id, id, cancel) is not { } text)
            return null;
        db.Journal.Add(new JournalEntry(reader.Id, "Read a text of a voter", $"rounds/{round.Slug}", reader.Why, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return text;
    }

    async Task<OpenedText?> FindAsync(Guid round, Guid id, CancellationToken cancel)
    {
        var found = await (
            from text in db.Set<InboundText>()
            join phone in db.Set<Phone>() on text.PhoneId equals phone.Id
            where text.Id == id && text.Body != null && (text.RoundId == round && text.Said == nameof(ReadingKind.Unsure)
                || db.Set<TextAlert>().Any(alert => alert.TextId == id && alert.HandledAt == null && (alert.RoundId == round || alert.RoundId == null)))
            select new { Body = text.Body!, Round = text.Said == nameof(ReadingKind.Danger) ? null : text.RoundId, phone, text.ReceivedAt }).AsNoTracking().SingleOrDefaultAsync(cancel);
        // What says something about a vote lies under its round's key, and is gone with it.
        var body = found is null ? null : found.Round is { } about ? phones.Keys.Open(about, found.Body) : phones.Keys.Open(found.Body);
        return body is null ? null : new(body, phones.NumberOf(found!.phone) ?? "–", found.ReceivedAt);
    }
}

/// <summary>A text that we could not read. What it says is shown only to whoever says why they have to know.</summary>
public sealed record UnclearText(Guid Id, string Phone, DateTimeOffset At);

/// <summary>A text as somebody reads it who had a reason.</summary>
public sealed record OpenedText(string Body, string Number, DateTimeOffset At);
