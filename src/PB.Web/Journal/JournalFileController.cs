using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Journal;

/// <summary>What was found in the journal, as a table for spreadsheets.</summary>
[Authorize(Staffed.JournalReader)]
[Route("desk/journal.csv")]
public sealed class JournalFileController(PbContext db, IStringLocalizer<Words> words) : Controller
{
    static readonly string[] Head = ["number", "at", "who", "what", "on", "why", "about", "hash"];

    [HttpGet, ReadsPersonalData("Downloaded the journal")]
    public async Task<IActionResult> Index(JournalSearch search, CancellationToken cancel)
    {
        var lines = await JournalPage.LinesOf(db, search.In(db)).ToListAsync(cancel);
        return File(CsvTable.Of(Head, lines.Select(line => (IEnumerable<string>)
        [
            CsvTable.Number(line.Seq), line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            words.Who(line.Who), line.Act, line.Subject, line.Reason, line.Detail, Convert.ToHexStringLower(line.Hash),
        ])), CsvTable.ContentType, "journal.csv");
    }
}
