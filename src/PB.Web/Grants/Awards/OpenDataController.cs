using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Outbox;
using PB.Web.Look;

namespace PB.Web.Grants.Awards;

/// <summary>A fund's grants as open data, its ledger, and whom it reached.</summary>
[AllowAnonymous]
[Route("funds/{fund}/open-data")]
public sealed class OpenDataController(PbContext db, AwardFinder finder, OpenAwards awards, SiteAddress site) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        var (found, refusal) = await finder.FundAsync(this, fund, (GrantThing.Fund, GrantVerb.Read), cancel);
        return refusal ?? View(new OpenDataPage(found!.Fund, await db.Awards.AcceptedIn(found.Fund.Id).AnyAsync(cancel), SeesLedger(), Reach.Of(await OpenDataReading.GroupsAsync(db, found.Fund.Id, cancel))));
    }

    /// <summary>One of the files, by its name.</summary>
    [HttpGet("{name}")]
    public async Task<IActionResult> Show(string fund, string name, CancellationToken cancel)
    {
        var (found, refusal) = await finder.FundAsync(this, fund, (GrantThing.Fund, GrantVerb.Read), cancel);
        if (refusal is not null) return refusal;
        return name switch
        {
            "360giving.json" => await GivingAsync(found!.Fund, cancel) is { } file ? File(file, "application/json", $"{fund}-360giving.json") : NotFound(),
            "decisions.csv" => File(OpenDataFiles.Decisions(await awards.OfAsync(found!.Fund, cancel)), CsvTable.ContentType, $"{fund}-decisions.csv"),
            "reach.csv" => File(OpenDataFiles.Reach(Reach.Of(await OpenDataReading.GroupsAsync(db, found!.Fund.Id, cancel))), CsvTable.ContentType, $"{fund}-reach.csv"),
            "ledger.csv" when SeesLedger() => File(OpenDataFiles.Ledger(await OpenDataReading.LedgerAsync(db, found!.Fund.Id, cancel)), CsvTable.ContentType, $"{fund}-ledger.csv"),
            _ => NotFound(),
        };
    }

    // The public has the sums; the lines name payments, and are for those who look after the fund.
    bool SeesLedger() => finder.Roles.Any(role => role is GrantRole.FinanceOfficer or GrantRole.AccountableOfficer or GrantRole.YouthWorker or GrantRole.Auditor);

    async Task<byte[]?> GivingAsync(Fund fund, CancellationToken cancel) => GivingFile.Write(
        new OpenFunder(fund.Body.Name, fund.Body.OrganisationId, fund.Body.GrantPrefix, site.Of($"funds/{fund.Slug}/awards")),
        [.. await awards.OfAsync(fund, cancel)], finder.Now);
}

public sealed record OpenDataPage(Fund Fund, bool HasAwards, bool SeesLedger, IReadOnlyList<ReachTable> Reach);
