using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Tests.Screening;

/// <summary>A round with 300 proposals, 12 departments and 40 officers, half-way through its checks, in any database and by the machine's clock.</summary>
sealed class LargeTown(NpgsqlDataSource owner)
{
    const int Proposals = 300, Departments = 12, Officers = 40;

    static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    readonly Checklist list = new("Small works", 1, DepartmentWords, Now.AddDays(-30));
    readonly Neighbourhood place = new("Eastfield", "eastfield", null, Now.AddDays(-30));

    public Person Manager { get; } = Somebody("manager");

    /// <summary>The officers, in turn of the departments that they belong to.</summary>
    public IReadOnlyList<Person> Staff { get; } = [.. Enumerable.Range(0, Officers).Select(n => Somebody($"officer{n}"))];

    public async Task SettleAsync()
    {
        await using var db = PbContext.On(owner);
        place.Cover([.. ((string[])["MB1 1AA", "MB1 1AB"]).Select(text => Postcode.TryParse(text, out var postcode) ? postcode : throw new ArgumentException(text))]);
        db.AddRange(list, place, Manager, new Appointment(Manager.Id, place.Id));
        db.AddRange(Staff);
        var roles = ((string[])[Role.NeighbourhoodManager, Role.Reviewer]).ToDictionary(name => name, _ => Ids.New(Now));
        db.AddRange(roles.Select(role => new IdentityRole<Guid>(role.Key) { Id = role.Value, NormalizedName = role.Key.ToUpperInvariant() }));
        db.Add(new IdentityUserRole<Guid> { UserId = Manager.Id, RoleId = roles[Role.NeighbourhoodManager] });
        db.AddRange(Staff.Select(officer => new IdentityUserRole<Guid> { UserId = officer.Id, RoleId = roles[Role.Reviewer] }));
        await db.SaveChangesAsync();
    }

    /// <summary>An announced round of which the days lie about today.</summary>
    public async Task<Round> RoundAsync(string title, RoundCalendar calendar)
    {
        await using var db = PbContext.On(owner);
        var round = new Round(title, Slug.Of(title), Manager.Id, Now.AddDays(-30));
        round.Describe(title, round.Slug, "As large as it gets.", "Europe/London", "GBP");
        round.TakePlaceIn([place.Id]);
        round.FillPot("Fund", new Money(100_000_00), "", null, "");
        round.Schedule(calendar);
        round.SetRules(new BallotRules { MaxChoices = 3 }, publishAtOnce: true);
        round.SetEligibility(new Eligibility { InWords = "Everybody", Proofs = Proofs.Register | Proofs.Letter });
        round.SetCriteria(["It is in Eastfield"], Now.AddDays(-30));
        db.AddRange(round, new ScreeningPlan(round.Id, list.Id, new ScreeningTimes { AnswerDays = 3 }));
        await db.SaveChangesAsync();
        round.AnnounceImported(Now.AddDays(-20));
        await db.SaveChangesAsync();
        return round;
    }

    /// <summary>300 proposals, each with one or two departments; a third answered, a third of these accepted, a third late.</summary>
    public async Task ScreenAsync(Round round)
    {
        await using var db = PbContext.On(owner);
        var departments = Enumerable.Range(0, Departments).Select(n => new Department($"Department {n}", $"department{n}", Now)).ToList();
        for (var n = 0; n < Departments; n++)
            departments[n].Appoint([.. Staff.Where((_, index) => index % Departments == n).Select(officer => officer.Id)]);
        db.AddRange(departments);
        await db.SaveChangesAsync();
        for (var number = 1; number <= Proposals; number++)
        {
            var idea = IdeaOf(round, number);
            db.Add(idea);
            foreach (var n in (int[])[number % Departments, (number + 5) % Departments])
                db.Add(AssignmentOf(idea, departments[n], n, number));
        }

        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("analyze");
    }

    Assignment AssignmentOf(Proposal idea, Department department, int of, int number)
    {
        var assignment = new Assignment(idea.Id, department.Id, Now.AddDays(number % 3 - 1), Now.AddDays(-4));
        if (number % 3 == 0)
            assignment.Answer(Staff[of].Id, list.Questions.Select(question => (question.Id, CheckAnswer.Pass)), new Money(1200_00), Now.AddDays(-2));
        return assignment;
    }

    static Proposal IdeaOf(Round round, int number)
    {
        var idea = new Proposal(round.Id, Provenance.Resident, Now.AddDays(-9));
        idea.BelongTo(null, "Bryn", $"bryn{number}@example.org", null);
        idea.Write($"Idea {number} for the street", "Places to rest.", new Money(1500_00));
        idea.Locate($"Street {number}", 51.5 + (number % 20 * 0.01), -0.1);
        idea.Submit(number, Now.AddDays(-8));
        return idea;
    }

    static readonly QuestionWords[] DepartmentWords =
    [
        new("Is it in the area?", "Look at the map.", "It is in Eastfield", "It is in Eastfield.", "It would not be in Eastfield.", ""),
        new("Can the council own it?", "Ask the land registry.", "The council can own it afterwards", "The council can look after it.", "The ground is not the council’s.", "Please choose ground that is the council’s."),
    ];

    static Person Somebody(string name)
    {
        var email = $"{name}@example.org";
        return new Person
        {
            Id = Ids.New(Now),
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            TwoFactorEnabled = true,
            SecurityStamp = "stamp",
            CreatedAt = Now,
        };
    }
}
