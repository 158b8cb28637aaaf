using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Web.Journal;

/// <summary>What somebody looks for in the journal. A date that cannot be read is no limit.</summary>
public sealed class JournalSearch
{
    /// <summary>Whose acts: a person's id, or "clock".</summary>
    [FromQuery]
    public string? Who { get; set; }

    /// <summary>Words of the act.</summary>
    [FromQuery]
    public string? What { get; set; }

    /// <summary>A round's address.</summary>
    [FromQuery]
    public string? Round { get; set; }

    [FromQuery]
    public string? From { get; set; }

    [FromQuery]
    public string? Until { get; set; }

    [FromQuery]
    public int Page { get; set; } = 1;

    public IQueryable<JournalEntry> In(PbContext db)
    {
        var entries = db.Journal.AsQueryable();
        if (Who == "clock")
            entries = entries.Where(entry => entry.ActorId == null);
        else if (Guid.TryParse(Who, out var person))
            entries = entries.Where(entry => entry.ActorId == person);
        if (!string.IsNullOrWhiteSpace(What))
            entries = entries.Where(entry => EF.Functions.ILike(entry.Act, $"%{Literally(What.Trim())}%", @"\"));
        if (!string.IsNullOrWhiteSpace(Round))
            entries = entries.Where(entry => entry.Subject == "rounds/" + Round || entry.Subject.StartsWith("rounds/" + Round + "/"));
        if (Day(From) is { } from)
            entries = entries.Where(entry => entry.At >= from);
        if (Day(Until) is { } until)
            entries = entries.Where(entry => entry.At < until.AddDays(1));
        return entries.OrderByDescending(entry => entry.Seq);
    }

    static string Literally(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    // The journal keeps the town hall's days.
    static DateTimeOffset? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(default), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")), TimeSpan.Zero)
            : null;
}
