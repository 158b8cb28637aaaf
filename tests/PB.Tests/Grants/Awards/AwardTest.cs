using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Tests.Town;

namespace PB.Tests.Grants.Awards;

/// <summary>A council whose panel has decided: offers are written down by Yara, signed by Alan, accepted by Lea and Sue, paid by Finn.</summary>
public abstract class AwardTest : CouncilTest
{
    protected const string Awards = FundPath + "/awards", Payments = FundPath + "/payments", OpenData = FundPath + "/open-data";

    protected Call Call { get; private set; } = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        Call = await CallAsync();
        await ChangeAsync(async db => (await db.Funds.SingleAsync()).SignPaymentsOver(new Tally.Money(2000_00)));
    }

    protected static string PathOf(Application project) => $"{Awards}/{project.Ref}";

    /// <summary>The panel decided on a sum, and everybody was told. Deciding has tests of its own.</summary>
    protected async Task<Guid> DecideAsync(Application project, string sum, YesNo? hands = null)
    {
        var (now, amount) = (Clock.GetUtcNow(), new Tally.Money((long)(decimal.Parse(sum, CultureInfo.InvariantCulture) * 100)));
        var meeting = new Meeting(Call, Panel.Id, new MeetingPlan(now, "The hall", "seed", People["Yara"].Id), now);
        meeting.Plan([project.Id], now);
        var shown = hands ?? new YesNo(5, 1, 0);
        var vote = new Vote(meeting.Id, meeting.Items[0].Id, (VoteStage.Fund, VoteSecrecy.Hands), Math.Min(shown.Voters, 4), now);
        vote.Close(shown, now);
        var outcome = amount == project.Amounts.Requested ? DecisionOutcome.Fund : DecisionOutcome.Part;
        var decision = new Decision(meeting.Items[0], vote, new DecisionDraft(outcome, amount, [new PotShare(Pot.Id, amount)], amount < project.Amounts.Viable, new DecisionWords("It is good.", "Well done.")), People["Ade"].Id, now);
        decision.Release(now);
        await ChangeAsync(db => db.AddRangeAsync(meeting, vote, decision));
        return decision.Id;
    }

    /// <summary>The panel has decided; Yara writes an offer down, on the page; its parts as "50, 40, 10".</summary>
    protected async Task<Page> DraftAsync(Application project, string sum, string? parts = null, string? condition = null)
    {
        // More than £500 is not paid at once.
        parts ??= decimal.Parse(sum, CultureInfo.InvariantCulture) > 500 ? "90, 10" : "100";
        var yara = await AsAsync("Yara");
        if (!await WithDbAsync(db => db.Set<Decision>().AnyAsync(decision => decision.ApplicationId == project.Id)))
            await DecideAsync(project, sum);
        var fields = new List<(string, string?)> { ("Conditions[0].Text", condition) };
        foreach (var (part, index) in ((string[])[.. parts.Split(", "), "", ""]).Take(3).Select((part, index) => (part, index)))
            fields.AddRange([(string.Create(CultureInfo.InvariantCulture, $"Parts[{index}].Percent"), part), (string.Create(CultureInfo.InvariantCulture, $"Parts[{index}].DueOn"), "2027-06-01")]);
        return await yara.PressAsync(await yara.OpenAsync($"{FundPath}/applications/{project.Ref}/offer"), "Hand it to the accountable officer", [.. fields]);
    }

    /// <summary>Somebody presses a button on an award's page.</summary>
    protected async Task<Page> PressAsync(string who, Application project, string button, params (string Name, string? Value)[] fields)
    {
        var browser = await AsAsync(who);
        var page = await browser.OpenAsync(PathOf(project));
        var label = Buttons(page).FirstOrDefault(text => text.StartsWith(button, StringComparison.Ordinal));
        Assert.True(label is not null, $"{who} has no button “{button}” on {page.Status} {page.Text}");
        var answer = await browser.PressAsync(page, label!, fields);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    protected static IEnumerable<string> Buttons(Page page) => page.Document.QuerySelectorAll("button").Select(button => button.TextContent.Trim());

    protected async Task<Application> OfferedAsync(string title = "Bikes", string sum = "1000", string? parts = null, string? condition = null, BudgetWords[]? budget = null)
    {
        var project = await ApplicationAsync(Call, title, 2000, budget: budget ?? [new BudgetWords(BudgetCategory.Transport, "What we need", 1, new Tally.Money(2000_00))]);
        await DraftAsync(project, sum, parts, condition);
        await PressAsync("Alan", project, "Sign the offer");
        return project;
    }

    /// <summary>Accepted by both, with an account that Finn has called about.</summary>
    protected async Task<Application> RunningAsync(string title = "Bikes", string sum = "1000", string? parts = null, string? condition = null, BudgetWords[]? budget = null)
    {
        var project = await OfferedAsync(title, sum, parts, condition, budget);
        await PressAsync("Lea", project, "Yes, we accept", ("withLess", "true"));
        await PressAsync("Sue", project, "Yes, we accept", ("withLess", "true"));
        await AccountAsync(project, "12345678");
        await PressAsync("Finn", project, "Write the call down", ("note", "Rang the office, 01632 960001: it is theirs."));
        return project;
    }

    protected async Task<Page> AccountAsync(Application project, string number)
    {
        var sue = await AsAsync("Sue");
        return await sue.PressAsync(await sue.OpenAsync($"{PathOf(project)}/account/new"), "Send the account", ("Name", "Bikes Trust"), ("SortCode", "200000"), ("Number", number));
    }

    /// <summary>One part, or all of them: approved by Yara and Finn, sent to the bank, and arrived.</summary>
    protected async Task PayAsync(Application project, int? number = null)
    {
        var parts = (await AwardOfAsync(project)).Instalments.Select(part => part.Number).Where(part => number is null || part == number).Order().ToList();
        foreach (var part in parts)
        {
            await PressAsync("Yara", project, $"Approve part {part}");
            await PressAsync("Finn", project, $"Approve part {part}");
        }

        await SendAsync();
        var sent = await WithDbAsync(db => db.Payments.Where(p => parts.Contains(p.Number) && db.Awards.Any(a => a.Id == p.AwardId && a.Ref == project.Ref)).OrderBy(p => p.Number).ToListAsync());
        await ArriveAsync("reference,amount,paid_on,bank_reference,failed_because\n" + string.Concat(sent.Select(p => $"{project.Ref}-P{p.Number},{p.Amount.MinorUnits / 100m:0.00},2027-03-20,B{p.Number},\n")));
    }

    /// <summary>Finn makes the file for the bank.</summary>
    protected async Task<string> SendAsync()
    {
        var finn = await AsAsync("Finn");
        return (await finn.PressAsync(await finn.OpenAsync(Payments), "Make the file for the bank")).Document.Body!.TextContent;
    }

    /// <summary>Finn enters what the bank did.</summary>
    protected async Task<Page> ArriveAsync(string table)
    {
        var finn = await AsAsync("Finn");
        return await UploadAsync(finn, await finn.OpenAsync(Payments), $"{Payments}/arrivals", System.Text.Encoding.UTF8.GetBytes(table), "file");
    }

    /// <summary>Sends a file with the form that goes to an address.</summary>
    protected static async Task<Page> UploadAsync(Browser browser, Page page, string action, byte[] file, string name, params (string Name, string Value)[] fields)
    {
        var token = ((IHtmlInputElement)page.Document.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(file), name, "file" } };
        foreach (var field in fields)
            form.Add(new StringContent(field.Value), field.Name);
        return await Browser.ReadAsync(await browser.Client.PostAsync(new Uri(action, UriKind.Relative), form));
    }

    protected Task<Award> AwardOfAsync(Application project) => WithDbAsync(db =>
        db.Awards.AsNoTracking().Include(award => award.Instalments).Include(award => award.Shares).Where(award => award.ApplicationId == project.Id).OrderByDescending(award => award.DraftedAt).FirstAsync());

    /// <summary>What the pot has to give away, reckoned by the database from its lines and nothing else.</summary>
    protected Task<long> LeftAsync() => AskOwnerAsync<long>("""
        select coalesce(sum(case when kind in ('Allocate', 'Unreserve', 'Release', 'Refund', 'CarryIn', 'AdjustUp') then amount
                                 when kind in ('Reserve', 'Commit', 'CarryOut', 'AdjustDown') then -amount else 0 end), 0)::bigint from grants.pot_entries
        """);
}
