using Microsoft.EntityFrameworkCore;
using PB.Outbox;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Screening;

/// <summary>A round whose ideas departments check: two departments of two officers, a checklist of two questions.</summary>
public abstract class DepartmentTest : TownTest
{
    long unwritten;

    protected const string RoundPath = "/rounds/eastfield-2027", Checks = RoundPath + "/screening", Queue = "/desk/assignments";

    protected static readonly QuestionWords[] Questions =
    [
        new("Is it in the area?", "Look at the map.", "It is in Eastfield", "It is in Eastfield.", "It would not be in Eastfield.", ""),
        new("Can the council own it?", "Ask the land registry.", "The council can own it afterwards", "The council can look after it.", "The ground is not the council’s.", "Please choose ground that is the council’s.")
        {
            MayNotApply = true,
        },
    ];

    /// <summary>When all decisions come out: ten days before voting opens.</summary>
    protected static readonly DateTimeOffset Publication = Opening.AddDays(-10);

    protected Round Round { get; private set; } = null!;
    protected Person Maya { get; private set; } = null!;
    protected Department Parks { get; private set; } = null!;
    protected Department Roads { get; private set; } = null!;

    /// <summary>The officers: Pia and Pat of the parks, Rosa and Ravi of the roads.</summary>
    protected IReadOnlyDictionary<string, Person> Officers { get; private set; } = null!;

    protected override async Task SettleAsync()
    {
        var where = await NeighbourhoodAsync();
        Maya = await ManagerAsync(where);
        Round = await DraftRoundAsync(where, Maya);
        await ChangeAsync(db =>
        {
            var list = new Checklist("Small works", 1, Questions, Clock.GetUtcNow());
            db.AddRange(list, new ScreeningPlan(Round.Id, list.Id, new ScreeningTimes { AnswerDays = 3 }));
            return Task.CompletedTask;
        });
        await ChangeAsync(async db => (await WholeRoundAsync(db, Round.Id)).Announce(Clock.GetUtcNow()));
        Officers = new[] { await PersonAsync("Pia Berg", Role.Reviewer), await PersonAsync("Pat Cole", Role.Reviewer), await PersonAsync("Rosa Diaz", Role.Reviewer), await PersonAsync("Ravi Elm", Role.Reviewer) }
            .ToDictionary(person => person.Name.Split(' ')[0]);
        Parks = await DepartmentAsync("Parks", Officers["Pia"], Officers["Pat"]);
        Roads = await DepartmentAsync("Roads", Officers["Rosa"], Officers["Ravi"]);
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            foreach (var (title, index) in new[] { "Benches", "Lights", "Trees" }.Select((title, index) => (title, index)))
                db.Add(Idea(index + 1, title));
            return Task.CompletedTask;
        });
        await MoveToAsync(Dates.ScreeningFrom!.Value);
        unwritten = await UnwrittenAsync();
    }

    protected Proposal Idea(int number, string title)
    {
        var proposal = new Proposal(Round.Id, Provenance.Resident, Clock.GetUtcNow());
        proposal.BelongTo(null, "Bryn", $"bryn{number}@example.org", null);
        proposal.Write(title, "Places to rest.", new Money(1500_00));
        proposal.Locate($"Street {number}", 51.5 + number, -0.1);
        proposal.Submit(number, Clock.GetUtcNow());
        return proposal;
    }

    protected async Task<Department> DepartmentAsync(string name, params Person[] officers)
    {
        var department = new Department(name, name.ToLowerInvariant(), Clock.GetUtcNow());
        department.Appoint([.. officers.Select(officer => officer.Id)]);
        await ChangeAsync(db => db.AddAsync(department).AsTask());
        return department;
    }

    /// <summary>The manager gives ideas to departments, on the page.</summary>
    protected async Task<Page> AssignAsync(int[] numbers, params Department[] departments)
    {
        var manager = await SignedInAsync(Maya);
        return await manager.PressAsync(await manager.OpenAsync(Checks), "Assign the ticked ideas",
            [.. numbers.Select(number => ("Numbers", (string?)$"{number}")), .. departments.Select(d => ("Departments", (string?)$"{d.Id}"))]);
    }

    protected async Task<string> CardOfAsync(int number, Department department) => $"{Queue}/" + await WithDbAsync(db => (
        from assignment in db.Assignments
        where assignment.DepartmentId == department.Id && assignment.EndedAt == null
        join proposal in db.Proposals on assignment.ProposalId equals proposal.Id
        where proposal.Number == number
        select assignment.Id).SingleAsync());

    /// <summary>One officer answers, on the page.</summary>
    protected async Task<Page> AnswerAsync(string officer, string card, string first, string second, string? estimate = null)
    {
        var browser = await SignedInAsync(Officers[officer]);
        return await browser.PressAsync(await browser.OpenAsync(card), "Keep these answers", ("Answers[0]", first), ("Answers[1]", second), ("Estimate", estimate));
    }

    protected async Task<Page> AcceptAsync(string officer, string card)
    {
        var browser = await SignedInAsync(Officers[officer]);
        return await browser.PressAsync(await browser.OpenAsync(card), "Accept these answers");
    }

    /// <summary>Assigned to the parks, answered by Pia and accepted by Pat.</summary>
    protected async Task CheckAsync(int number, string first, string second, string? estimate = null)
    {
        await AssignAsync([number], Parks);
        var card = await CardOfAsync(number, Parks);
        await AnswerAsync("Pia", card, first, second, estimate);
        await AcceptAsync("Pat", card);
    }

    protected async Task PublishAsync()
    {
        await MoveToAsync(Publication);
        await RunAsync<PublishDecisions>();
    }

    protected Task<Message> LetterToAsync(string address) => WithDbAsync(db => db.Messages.AsNoTracking().Where(m => m.To == address).OrderByDescending(m => m.CreatedAt).FirstAsync());

    /// <summary>The address of a link in a letter, without the site's own.</summary>
    protected static string LinkIn(Message letter, string room) =>
        letter.Body.Split(['\n', ' ']).Select(word => Uri.TryCreate(word, UriKind.Absolute, out var link) ? link.AbsolutePath : "").Single(path => path.StartsWith($"/{room}/", StringComparison.Ordinal));

    /// <summary>Everything that was done since the town was settled is in the journal.</summary>
    protected async Task JournalHasItAllAsync() => Assert.Equal(unwritten, await UnwrittenAsync());

    Task<long> UnwrittenAsync() => AskOwnerAsync<long>("select count(*) from journal.touches t where not exists (select from journal.entries e where e.xact = t.xact)");

    protected Task<bool?> DecidedAsync(int number) => WithDbAsync(db => (
        from decision in db.ScreeningDecisions
        join proposal in db.Proposals on decision.ProposalId equals proposal.Id
        where proposal.Number == number
        orderby decision.DecidedAt descending
        select (bool?)decision.Eligible).FirstOrDefaultAsync());
}
