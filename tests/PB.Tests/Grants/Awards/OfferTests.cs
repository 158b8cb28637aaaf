using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Awards;
using PB.Grants.Funds;

namespace PB.Tests.Grants.Awards;

public sealed class OfferTests : AwardTest
{
    [Fact]
    public async Task An_offer_goes_from_the_coordinator_over_the_accountable_officer_to_the_group_and_promises_its_money_when_it_is_signed()
    {
        var project = await ApplicationAsync(Call, "Bikes", 2000);
        await DraftAsync(project, "1500.01", "50, 40, 10", "Tell us where the bikes are kept");
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Lea")).OpenAsync(PathOf(project))).Status);
        Assert.Equal(5000_00, await LeftAsync());
        Assert.DoesNotContain("Sign the offer", (await (await AsAsync("Yara")).OpenAsync(PathOf(project))).Text, StringComparison.Ordinal);

        await PressAsync("Alan", project, "Sign the offer");
        Assert.Equal(3499_99, await LeftAsync());
        var page = await (await AsAsync("Lea")).OpenAsync(PathOf(project));
        Assert.Contains("It stands until", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(PathOf(project))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await AsAsync("Max")).OpenAsync(PathOf(project))).Status);
        Assert.Equal(["lea-moss@example.org", "sue-hart@example.org"], await WithDbAsync(db => db.Messages.Where(m => m.Subject.StartsWith("An offer")).Select(m => m.To).Order().ToListAsync()));
    }

    [Fact]
    public async Task Scenario_36_What_rounding_leaves_goes_to_the_last_part()
    {
        var project = await ApplicationAsync(Call, "Bikes", 2000);
        Assert.Equal(["Give each part a share in figures and a day; together the shares are 100"], (await DraftAsync(project, "1500.01", "50, 40")).Errors);
        await DraftAsync(project, "1500.01", "50, 40, 10");
        Assert.Equal([750_00, 600_00, 150_01], (await AwardOfAsync(project)).Instalments.OrderBy(part => part.Number).Select(part => part.Amount.MinorUnits));
    }

    [Fact]
    public async Task Scenario_28_Two_offers_of_more_than_is_left_signed_at_the_same_moment_promise_only_one()
    {
        await ChangeAsync(db => db.AddAsync(new PotEntry(Pot.Id, PotEntryKind.Reserve, new Tally.Money(4700_00), new EntryReason("For later", People["Finn"].Id), Clock.GetUtcNow())).AsTask());
        var projects = new[] { await ApplicationAsync(Call, "Bikes", 200), await ApplicationAsync(Call, "Boats", 200) };
        foreach (var project in projects)
            await DraftAsync(project, "200");

        var pages = await Task.WhenAll(projects.Select(project => PressAsync("Alan", project, "Sign the offer")));

        Assert.Equal(["There is only £100 left in the pots for this. Nothing was promised."], pages.SelectMany(page => page.Errors));
        Assert.Equal(100_00, await LeftAsync());
        Assert.Equal(1, await WithDbAsync(db => db.Awards.CountAsync(award => award.SignedAt != null)));
    }

    [Fact]
    public async Task Scenario_33_An_offer_that_only_one_accepted_lapses_after_28_days_and_its_money_is_free_again()
    {
        var project = await OfferedAsync();
        await PressAsync("Lea", project, "Yes, we accept");
        var signed = Clock.GetUtcNow();

        await MoveToAsync(signed.AddDays(28).AddSeconds(-1));
        await RunAsync<LapseOffers>();
        Assert.Equal(4000_00, await LeftAsync());

        var sue = await AsAsync("Sue");
        var open = await sue.OpenAsync(PathOf(project));
        await MoveToAsync(signed.AddDays(28));
        Assert.Equal(["The time to accept this offer is over."], (await sue.PressAsync(open, "Yes, we accept")).Errors);
        await RunAsync<LapseOffers>();
        await RunAsync<LapseOffers>();
        Assert.Equal(5000_00, await LeftAsync());
        Assert.Equal(["yara-wood@example.org", "yusuf-ali@example.org"],
            await WithDbAsync(db => db.Messages.Where(m => m.Subject.StartsWith("Money is free again")).Select(m => m.To).Order().ToListAsync()));
        Assert.Contains("Not accepted in time", (await sue.OpenAsync(PathOf(project))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_of_less_than_the_group_needs_wants_a_yes_to_that_from_both()
    {
        var project = await OfferedAsync(sum: "900");
        Assert.Equal(["This is less than you said you need. Tick that you can do it with less, or say no."], (await PressAsync("Lea", project, "Yes, we accept")).Errors);
        Assert.Empty((await PressAsync("Lea", project, "Yes, we accept", ("withLess", "true"))).Errors);
        Assert.Empty((await PressAsync("Sue", project, "Yes, we accept", ("withLess", "true"))).Errors);
        Assert.Contains("Bikes", (await Visitor().OpenAsync(PathOf(project))).Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update grants.awards set amount = amount - 1", "PB004")]
    [InlineData("update grants.instalments set amount = amount - 1", "PB004")]
    [InlineData("insert into grants.award_conditions (award_id, number, kind, text, evidence) select id, 9, 'During', 'And one more thing', '' from grants.awards", "PB004")]
    [InlineData("update grants.awards set lead_id = signed_by, lead_accepted_at = now()", "PB009")]
    [InlineData("delete from grants.awards", "PB004")]
    public async Task What_was_signed_stays_in_the_database_too(string change, string state)
    {
        await OfferedAsync();
        Assert.Equal(state, (await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync(change)))).SqlState);
    }

    [Fact]
    public async Task Only_the_accountable_officer_can_sign_and_nobody_the_own_draft()
    {
        var project = await ApplicationAsync(Call, "Bikes", 2000);
        await DraftAsync(project, "1000");
        foreach (var by in new[] { People["Finn"].Id, People["Yara"].Id })
            await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db =>
                db.Database.ExecuteSqlAsync($"update grants.awards set signed_by = {by}, signed_at = now(), expires_at = now() + interval '28 days'")));
    }

    [Fact]
    public async Task Nothing_is_offered_before_somebody_has_looked_into_the_organisation_and_found_nothing_against_it()
    {
        var project = await ApplicationAsync(Call, "Bikes", 500);
        await WithDbAsync(db => db.Database.ExecuteSqlRawAsync("update grants.host_organisations set checked_at = null"));
        await DraftAsync(project, "500");
        Assert.Equal(["A finance officer has to look into the organisation first, and find nothing against it."], (await PressAsync("Alan", project, "Sign the offer")).Errors);
        var (finn, desk) = (await AsAsync("Finn"), $"{CallPath}/organisations/{project.Ref}");
        await finn.PressAsync(await finn.OpenAsync(desk), "Stop it for now", ("Against", "Its account is closed."));
        Assert.Equal(["Something stands against the organisation. Nothing can be offered until that is put right."], (await PressAsync("Alan", project, "Sign the offer")).Errors);
        Assert.Equal(5000_00, await LeftAsync());
        var alan = People["Alan"].Id;
        Assert.Equal("PB006", (await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlAsync($"update grants.awards set signed_by = {alan}, signed_at = now(), expires_at = now() + interval '28 days'")))).SqlState);

        await finn.PressAsync(await finn.OpenAsync(desk), "Nothing stands against it");
        // Nor does the database let anybody offer what the panel did not decide.
        Assert.Equal("PB006", (await Assert.ThrowsAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync("update grants.awards set amount = amount + 1")))).SqlState);
        Assert.Empty((await PressAsync("Alan", project, "Sign the offer")).Errors);
        Assert.Equal(4500_00, await LeftAsync());
    }

    [Fact]
    public async Task More_than_five_hundred_pounds_are_not_paid_at_once()
    {
        var project = await ApplicationAsync(Call, "Bikes", 2000);
        Assert.Equal(["More than £500 is not paid all at once: give it in two parts or three"], (await DraftAsync(project, "1000", "100")).Errors);
        Assert.Empty((await DraftAsync(project, "1000", "50, 50")).Errors);
    }

    [Fact]
    public async Task Fourteen_seven_and_two_days_before_an_offer_is_over_both_are_reminded_by_day_and_once()
    {
        var award = await AwardOfAsync(await OfferedAsync());
        var counts = new List<int>();
        foreach (var left in (double[])[15, 14, 13.5, 7, 2, 1])
        {
            await MoveToAsync(award.ExpiresAt!.Value.AddDays(-left));
            await RunAsync<RemindOfOffers>();
            counts.Add(await WithDbAsync(db => db.Messages.CountAsync(mail => mail.Key.Contains("/offer-ends/"))));
        }

        Assert.Equal([0, 2, 2, 4, 6, 6], counts);
    }
}
