using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Rounds;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

/// <summary>A town where a round has just opened for ideas.</summary>
public abstract partial class IdeasTest : TownTest
{
    protected const string List = "/rounds/eastfield-2027/proposals", New = List + "/new";

    protected static readonly (string Name, string? Value)[] Benches =
    [
        ("Title", "Benches along the river"), ("Description", "Places to rest.\n\nMy grandmother needs them."), ("Place", "River Walk"),
        ("Estimate", "1,500.50"), ("WhoseIdea", "Resident"), ("ProposerName", "Amina"),
    ];

    protected Round Round { get; private set; } = null!;

    protected override async Task SettleAsync()
    {
        Round = await AnnouncedRoundAsync();
        await MoveToAsync(Dates.IdeasFrom!.Value);
    }

    protected async Task<Page> DraftAsync(Browser browser) => await browser.PressAsync(await browser.OpenAsync(New), "Start writing");

    /// <summary>Writes the whole idea down and goes on to the page before sending.</summary>
    protected static async Task<Page> WrittenAsync(Browser browser, Page draft, params (string Name, string? Value)[] instead)
    {
        var names = instead.Select(field => field.Name).ToHashSet();
        var photos = await browser.PressAsync(draft, "Save and go on", [.. Benches.Where(field => !names.Contains(field.Name)), .. instead]);
        return await browser.OpenAsync(photos.Path.Replace("/photos", "/check", StringComparison.Ordinal));
    }

    protected async Task<Page> SentAsync(Browser browser, params (string Name, string? Value)[] instead) =>
        await browser.PressAsync(await WrittenAsync(browser, await DraftAsync(browser), instead), "Send my idea");

    /// <summary>The path of the link in the mail that was sent last.</summary>
    protected async Task<string> LinkAsync()
    {
        var body = await WithDbAsync(db => db.Messages.OrderByDescending(message => message.Id).Select(message => message.Body).FirstAsync());
        return DraftLink().Match(body).Value;
    }

    protected Task<Proposal> OnlyProposalAsync() => WithDbAsync(db => db.Proposals.AsNoTracking().Include(p => p.Photos).SingleAsync());

    [GeneratedRegex("/proposals/drafts/[A-Za-z0-9_-]+")]
    private protected static partial Regex DraftLink();
}
