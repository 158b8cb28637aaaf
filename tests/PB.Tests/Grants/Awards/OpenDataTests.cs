using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Awards;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Tally;
using PB.Tests.SecondOpinions;

namespace PB.Tests.Grants.Awards;

public sealed class OpenDataTests : AwardTest
{
    [Fact]
    public async Task Scenario_39_Accepted_awards_are_published_as_the_standard_wants_it_and_nobody_can_be_found_in_them()
    {
        var visitor = Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"{OpenData}/360giving.json")).Status);
        for (var number = 1; number <= 12; number++)
            await AcceptedAsync(number, isOnePerson: number == 12);
        await OfferedAsync("Not accepted", "100");

        var file = await visitor.Client.GetByteArrayAsync(new Uri($"{OpenData}/360giving.json", UriKind.Relative));
        using var read = JsonDocument.Parse(file);
        var grants = read.RootElement.GetProperty("grants").EnumerateArray().ToList();
        Assert.Equal(12, grants.Count);
        Assert.Equal("Individual Recipient", Assert.Single(grants, grant => grant.TryGetProperty("recipientIndividual", out _)).GetProperty("recipientIndividual").GetProperty("name").GetString());
        var text = Encoding.UTF8.GetString(file);
        foreach (var secret in (string[])["contactName", "email", "telephone", "streetAddress", "postalCode", "Lea", "Moss", "Sue", "Hart", "@example"])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Equal(grants.Sum(grant => grant.GetProperty("amountAwarded").GetDecimal()) * 100, await AskOwnerAsync<long>("""
            select sum(e.amount)::bigint from grants.pot_entries e join grants.awards a on a.id = e.award_id
            where e.kind = 'Commit' and a.lead_accepted_at is not null and a.adult_accepted_at is not null
            """));
        Assert.Empty(await GivingSchema.FaultsAsync(file));
    }

    [Fact]
    public async Task The_table_of_decisions_says_why_and_how_many_voted_how_unless_too_few_did()
    {
        await RunningAsync();
        var boats = await ApplicationAsync(Call, "Boats", 100);
        await DecideAsync(boats, "100", new YesNo(3, 0, 0));
        await DraftAsync(boats, "100");
        await PressAsync("Alan", boats, "Sign the offer");
        foreach (var name in (string[])["Lea", "Sue"])
            await PressAsync(name, boats, "Yes, we accept");

        var rows = (await Visitor().Client.GetStringAsync(new Uri($"{OpenData}/decisions.csv", UriKind.Relative))).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("\"reference\",\"title\",\"group\",\"area\",\"asked\",\"awarded\",\"paid\",\"decided_on\",\"reason\",\"yes\",\"no\",\"abstained\"", rows[0]);
        Assert.Equal(["\"YF27-0001\",\"Bikes\",\"Bikes Trust\",\"Eastfield\",\"2000.00\",\"1000.00\",\"0.00\",\"2027-03-06\",\"It is good.\",\"5\",\"1\",\"0\"",
            "\"YF27-0002\",\"Boats\",\"Boats Trust\",\"Eastfield\",\"100.00\",\"100.00\",\"0.00\",\"2027-03-06\",\"It is good.\",\"\",\"\",\"\""], rows[1..]);
    }

    [Fact]
    public async Task Whom_the_fund_reached_is_told_without_numbers_under_five()
    {
        for (var number = 1; number <= 5; number++)
            await AcceptedAsync(number);
        await ApplicationAsync(Call, "Boats", 500);
        var table = await Visitor().Client.GetStringAsync(new Uri($"{OpenData}/reach.csv", UriKind.Relative));
        Assert.Contains("\"area\",\"Eastfield\",\"6\",\"5\"", table, StringComparison.Ordinal);
        Assert.Equal([new ReachRow("East", null, null), new ReachRow("West", 5, null)], Reach.Of(
            [.. Enumerable.Range(0, 9).Select(number => new ReachedGroup([number < 4 ? "East" : "West"], [], [], FirstTime: true, IsFunded: number < 8))])[0].Rows);
    }

    // By the records: the pages have tests of their own.
    async Task AcceptedAsync(int number, bool isOnePerson = false)
    {
        var project = await ApplicationAsync(Call, string.Create(CultureInfo.InvariantCulture, $"Grant {number}"), 500);
        var (now, sum) = (Clock.GetUtcNow(), new Money(100_00 + number));
        if (isOnePerson)
            await WithDbAsync(db => db.Database.ExecuteSqlAsync($"update grants.applications set host_organisation_id = null where id = {project.Id}"));
        var decision = await DecideAsync(project, string.Create(CultureInfo.InvariantCulture, $"{sum.MinorUnits / 100m}"));
        await ChangeAsync(async db =>
        {
            var award = new Award(new OfferedTo(project.Id, Fund.Id, project.Ref!, decision), sum, People["Yara"].Id, now);
            award.Draft(new OfferTerms { Instalments = [new InstalmentPlan(sum, new DateOnly(2027, 6, 1))] });
            db.Add(award);
            await db.SaveChangesAsync();
            award.Sign(People["Alan"].Id, [new PotShare(Pot.Id, sum)], now);
            award.AcceptAsLead(People["Lea"].Id, now);
            award.AcceptAsAdult(People["Sue"].Id, now);
            db.Add(new PotEntry(Pot.Id, PotEntryKind.Commit, sum, new EntryReason("Offer", People["Alan"].Id, award.Id), now));
        });
    }
}
