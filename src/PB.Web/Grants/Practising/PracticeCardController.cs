using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;
using PB.Grants.Practising;

namespace PB.Web.Grants.Practising;

/// <summary>Somebody marks one example, and then sees how the agreed marks lie beside their own.</summary>
[Route("funds/{fund}/panels/{panel}/practices/{id:guid}/{number:int}")]
public sealed class PracticeCardController(GrantTools tools, PracticeDesk desk) : GrantController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string fund, string panel, Guid id, int number, CancellationToken cancel) =>
        await OpenAsync(fund, panel, id, number, cancel) is { } form ? View(form) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(string fund, string panel, Guid id, int number, PracticeCardForm typed, CancellationToken cancel)
    {
        if (await OpenAsync(fund, panel, id, number, cancel) is not { } form) return NotFound();
        form.Marks = typed.Marks;
        if (form.Read() is not { } marks)
            ModelState.AddModelError("", Text["Give each a mark, or say that you can’t tell"]);
        else if (await desk.HandInAsync(id, form.Example.Id, Me, marks, cancel) is { } why)
            ModelState.AddModelError("", Text.Of(why));
        return ModelState.IsValid ? Redirect(form.Path) : View("Edit", form);
    }

    async Task<PracticeCardForm?> OpenAsync(string fund, string panel, Guid id, int number, CancellationToken cancel)
    {
        if (await FundAsync(fund, cancel) is not { } found) return null;
        var practice = await Db.Set<Practice>().AsNoTracking().Include(p => p.Examples).SingleOrDefaultAsync(p => p.Id == id && Db.Panels.Any(own => own.Id == p.PanelId && own.FundId == found.Id && own.Slug == panel), cancel);
        if (practice?.Examples.SingleOrDefault(e => e.Number == number) is not { } example) return null;
        if (!await MayAsync(new PracticeOfFund(practice, found.Id), GrantThing.OwnCard, GrantVerb.Write)) return null;
        var card = await Db.Set<PracticeCard>().AsNoTracking().SingleOrDefaultAsync(c => c.ExampleId == example.Id && c.PersonId == Me, cancel);
        return card is null && practice.ClosedAt is not null ? null : new PracticeCardForm { Practice = practice, Example = example, Card = card, Home = GrantPaths.Practices(fund, panel) };
    }
}

public sealed class PracticeCardForm
{
    /// <summary>One for each question: 0 to 5, or a question mark for "I can't tell".</summary>
    public string?[] Marks { get; set; } = [];

    internal Practice Practice { get; set; } = null!;
    internal PracticeExample Example { get; set; } = null!;
    internal PracticeCard? Card { get; set; }
    internal string Home { get; set; } = "";

    internal string Path => $"{Home}/{Practice.Id}/{Example.Number}";

    internal string? Next => Example.Number < Practice.Examples.Count ? $"{Home}/{Practice.Id}/{Example.Number + 1}" : null;

    /// <summary>What marks come to, of 100.</summary>
    internal static string Sum(IEnumerable<int?> marks) => PracticeCriteria.ValueOf(marks)!.Value.ToDecimal().ToString("0.0", CultureInfo.InvariantCulture);

    internal IReadOnlyList<int?>? Read() => Marks.Length == PracticeCriteria.All.Count && Marks.All(mark => mark is "?" or "0" or "1" or "2" or "3" or "4" or "5")
        ? [.. Marks.Select(mark => mark == "?" ? (int?)null : mark![0] - '0')] : null;
}
