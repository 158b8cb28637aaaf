using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Data;
using PB.Web.Look;

namespace PB.Web.Grants.Marking;

/// <summary>What the marks came to, once marking has closed: raw averages and adjusted ones side by side.</summary>
[Authorize, Route("funds/{fund}/calls/{call}")]
public sealed class MarksController(PbContext db, CallDoor door, MarksBook book, IAuthorizationService doors) : Controller
{
    static readonly string[] Head = ["Application", "Title", "Cards", "Average", "Adjusted average", "Lowest", "Highest"];

    [HttpGet("marks")]
    public async Task<IActionResult> Index(string fund, string call, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        return await this.RefuseAsync(doors, MarkingAct.SeeMarks, visit) ?? View(await book.PageAsync(db, visit!, cancel));
    }

    [HttpGet("marks.csv")]
    public async Task<IActionResult> Show(string fund, string call, CancellationToken cancel)
    {
        var visit = await door.OpenAsync(User, fund, call, cancel);
        if (await this.RefuseAsync(doors, MarkingAct.SeeMarks, visit) is { } refusal) return refusal;
        var page = await book.PageAsync(db, visit!, cancel);
        return File(CsvTable.Of(Head, page.Lines.Select(line => (IEnumerable<string>)
        [
            line.Reference, line.Title, CsvTable.Number(line.Standing.Cards), Figure(line.Raw), Figure(line.Standing.Adjusted), Figure(line.Standing.Lowest.ToDecimal()), Figure(line.Standing.Highest.ToDecimal()),
        ])), CsvTable.ContentType, "marks.csv");
    }

    static string Figure(decimal? average) => average?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
