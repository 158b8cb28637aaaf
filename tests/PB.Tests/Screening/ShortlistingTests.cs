using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Screening;

/// <summary>A round whose shortlist a panel of three draws up: two places, half of the seats for residents, two to decide.</summary>
public sealed class ShortlistingTests : TownTest
{
    const string Path = "/rounds/eastfield-2027/shortlist", Publish = "Publish the shortlist";

    static readonly (string, string?)[] Rule = [("Name", "Eastfield jury"), ("Places", "2"), ("ResidentsPercent", "50"), ("Quorum", "2")];

    Round round = null!;
    Browser manager = null!;

    protected override async Task SettleAsync()
    {
        round = await AnnouncedRoundAsync();
        manager = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro")));
    }

    [Fact]
    public async Task A_panel_chooses_beside_public_support_and_says_why_it_departs_from_it()
    {
        await LayDownAsync();
        await SeatAsync("Ann", "DrawnByLot", resident: true);
        await SeatAsync("Bob", "Elected", resident: true);
        await SeatAsync("The parks department", "Appointed", resident: false);
        await ScreenedAsync(3, 2, 1, 0);
        var seats = await WithDbAsync(db => db.Set<ShortlistSeat>().OrderBy(seat => seat.Id).Select(seat => $"{seat.Id}").ToListAsync());
        var form = await manager.OpenAsync(Path);

        Assert.Equal(["Too few of the panel were there to decide."], (await DecideAsync(form, [seats[0]], [1, 2])).Errors);
        Assert.Equal(["The panel chose more projects than go on the ballot. Take some out."], (await DecideAsync(form, seats, [1, 2, 3])).Errors);
        var silent = await DecideAsync(form, seats[..2], [1, 3], ("Reasons[2]", "The green is used in May."));
        Assert.Equal(["Give a reason for each project where the panel departs from what people supported."], silent.Errors);
        Assert.Equal("The green is used in May.", silent.Document.QuerySelector("[name='Reasons[2]']")!.TextContent);
        var wordy = await DecideAsync(form, seats[..2], [1, 3], ("Reasons[2]", new string('a', 1001)), ("Reasons[3]", "It helps more streets."));
        Assert.Equal(["Write each reason in 1,000 characters or fewer"], wordy.Errors);
        Assert.Equal(1001, wordy.Document.QuerySelector(".govuk-textarea--error")!.TextContent.Length);
        await DecideAsync(form, seats[..2], [1, 3], ("Reasons[2]", "The green is used in May."), ("Reasons[3]", "It helps more streets."));

        var page = await Visitor().OpenAsync(Path);
        Assert.Contains("2 of 3 were there.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Drawn by lot, the assembly", page.Text, StringComparison.Ordinal);
        var rows = page.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal([false, true, true, false], rows.Select(row => row.Contains("This departs from public support.", StringComparison.Ordinal)));
        Assert.Contains("It helps more streets.", rows[2], StringComparison.Ordinal);
        Assert.Equal([1, 3], await WithDbAsync(db => db.OnTheBallot(round.Id).Select(p => p.Number!.Value).ToListAsync()));
        Assert.Equal(["bryn2@example.org", "bryn4@example.org"], await WithDbAsync(db => db.Messages.Where(m => m.Subject.Contains("shortlist")).Select(m => m.To).Order().ToListAsync()));
        var left = await Visitor().OpenAsync("/rounds/eastfield-2027/proposals/2");
        Assert.Contains("The panel did not put it on the shortlist", left.Text, StringComparison.Ordinal);
        Assert.Equal("Not on the ballot", left.Document.QuerySelector(".govuk-tag")!.TextContent);
        Assert.Equal(2, (await Visitor().OpenAsync("/rounds/eastfield-2027/proposals?state=NotOnTheBallot")).Document.QuerySelectorAll(".pb-card__title").Length);
        Assert.Contains("“Eastfield jury”", (await Visitor().OpenAsync("/rounds/eastfield-2027")).Text, StringComparison.Ordinal);
        Assert.Equal(["The panel has decided. Its shortlist stays."], (await DecideAsync(form, seats, [1, 2])).Errors);
        await using var web = NpgsqlDataSource.Create(Database.Web);
        await using var command = web.CreateCommand("update shortlist_lines set chosen = true");
        Assert.Equal("PB004", (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    [Fact]
    public async Task Residents_have_the_share_that_was_promised_or_the_panel_does_not_decide_and_then_all_are_on_the_ballot()
    {
        await LayDownAsync();
        await SeatAsync("Ann", "OpenCall", resident: true);
        await SeatAsync("The parks department", "Appointed", resident: false);
        await SeatAsync("The roads department", "Appointed", resident: false);
        await ScreenedAsync(1, 0, 0);
        var seats = await WithDbAsync(db => db.Set<ShortlistSeat>().Select(seat => $"{seat.Id}").ToListAsync());

        Assert.Equal(["Residents have fewer seats than was promised. Fill more seats with residents first."], (await DecideAsync(await manager.OpenAsync(Path), seats, [1, 2])).Errors);

        Assert.Equal(3, await WithDbAsync(db => db.OnTheBallot(round.Id).CountAsync()));
        await manager.PressAsync(await manager.OpenAsync(Path), "Take away: The roads department");
        Assert.Contains("Now it is 50 of 100.", (await manager.OpenAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_what_the_panel_chooses_is_fixed_when_ideas_open_and_only_managers_write()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(Path)).Status);
        var form = await manager.OpenAsync(Path);
        Assert.Equal(["Give the panel a name"], (await manager.PressAsync(form, "Save", [.. Rule[1..]])).Errors);
        await manager.PressAsync(form, "Save", Rule);
        Assert.DoesNotContain("Fill the seat", (await Visitor().OpenAsync(Path)).Document.Body!.TextContent, StringComparison.Ordinal);

        await MoveToAsync(Dates.IdeasFrom!.Value);

        Assert.Contains("Ideas have opened", Assert.Single((await manager.PressAsync(form, "Save", Rule)).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_that_is_refused_keeps_what_was_chosen_and_says_at_the_field_what_is_missing()
    {
        await LayDownAsync();

        var refused = await manager.PressAsync(await manager.OpenAsync(Path), "Fill the seat", ("Holder", ""), ("Filled", "Elected"), ("FilledBy", "the assembly"), ("IsResident", "true"));

        Assert.Equal(["Say who has the seat"], refused.Errors);
        Assert.Contains("Say who has the seat", refused.Document.QuerySelector("#Holder-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Elected", "true"], refused.Document.QuerySelectorAll("input:checked").Select(input => input.GetAttribute("value")));
        Assert.Equal("the assembly", refused.Document.QuerySelector("#FilledBy")!.GetAttribute("value"));
        await manager.PressAsync(refused, "Fill the seat", ("Holder", "Ann"));
        Assert.Contains("Ann: Elected, the assembly (resident)", (await Visitor().OpenAsync(Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_several_are_equal_about_the_last_place_either_choice_follows_the_people()
    {
        int[] supports = [5, 3, 3, 1];
        Assert.Equal([true, false, false, false], supports.Select(support => PublicSupport.Departs(supports, 2, support, chosen: false)));
        Assert.Equal([false, false, false, true], supports.Select(support => PublicSupport.Departs(supports, 2, support, chosen: true)));
        Assert.True(PublicSupport.Departs(supports, 9, 1, chosen: false));
    }

    async Task LayDownAsync() => await manager.PressAsync(await manager.OpenAsync(Path), "Save", Rule);

    async Task SeatAsync(string holder, string filled, bool resident) => await manager.PressAsync(
        await manager.OpenAsync(Path), "Fill the seat", ("Holder", holder), ("Filled", filled), ("FilledBy", "the assembly"), ("IsResident", resident ? "true" : null));

    Task<Page> DecideAsync(Page form, IEnumerable<string> present, int[] chosen, params (string, string?)[] reasons) => manager.PressAsync(
        form, Publish, [.. present.Select(seat => ("Present", (string?)seat)), .. chosen.Select(number => ("Chosen", (string?)$"{number}")), .. reasons]);

    // Ideas that an officer let through, each endorsed by so many people.
    async Task ScreenedAsync(params int[] supports)
    {
        var officer = await OfficerAsync();
        var people = new List<Person>();
        for (var index = 0; index < supports.Max(); index++)
            people.Add(await ResidentAsync($"Person {index}"));
        await MoveToAsync(Dates.ScreeningFrom!.Value);
        await ChangeAsync(db =>
        {
            foreach (var (support, index) in supports.Select((support, index) => (support, index)))
            {
                var idea = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
                idea.BelongTo(null, "Bryn", $"bryn{index + 1}@example.org", null);
                idea.Write($"Idea {index + 1}", "For all.", new Money(1000_00));
                idea.Locate("River Walk", null, null);
                idea.Submit(index + 1, Clock.GetUtcNow());
                db.AddRange(idea, new ScreeningDecision(idea.Id, officer.Id, new ScreeningAnswer(true, null, "It can be done.", "Vote."), Clock.GetUtcNow()));
                db.AddRange(people.Take(support).Select(person => new Endorsement(idea.Id, person.Id, Clock.GetUtcNow())));
            }

            return Task.CompletedTask;
        });
    }
}
