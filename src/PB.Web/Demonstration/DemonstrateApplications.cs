using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.People;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>Sends in what the groups of the demonstration ask for: signed, checked and found to fit.</summary>
sealed class DemonstrateApplications(PbContext db, Dictionary<string, Person> people, DateTimeOffset now)
{
    /// <param name="day">The day on which the first comes in; the others follow day by day.</param>
    public List<Application> Receive(Call call, int day, DemonstrateFundWords.Idea[] ideas, int first) =>
        [.. ideas.Select((idea, index) => Apply(call, idea, first + index, day + index))];

    DateTimeOffset At(int days) => DemonstrateClock.At(now, days, 17);

    Application Apply(Call call, DemonstrateFundWords.Idea idea, int number, int day)
    {
        var (lead, adult, sent) = (people["Ruby Patel"], people["Tom Ashcroft"], At(day));
        var own = new Application(call.Id, lead.Id, sent.AddDays(-3));
        own.Write(new ApplicationText(idea.Title, idea.Summary, new ApplicationAnswers { Need = idea.Need, YoungLed = idea.YoungLed, Plan = idea.Plan, KeepingSafe = "Two adults of our club are always there." },
            new ApplyingGroup { GroupName = idea.Group, GroupKind = idea.Kind, TeamSize = 3 + number, FirstTime = number % 2 == 1, Areas = [idea.Area], AgeBands = ["13-15", "16-19"], Themes = [idea.Theme] }));
        var pence = idea.Lines.Sum(line => line.Quantity * line.UnitPrice.MinorUnits);
        own.AskFor(new AmountsAsked { Requested = new Money(pence), Viable = new Money(pence * 3 / 4) }, idea.Lines, sent);
        var host = new HostOrganisation($"Friends of {idea.Group}", HostKind.CommunityGroup, adult.Id, sent);
        host.Safeguard("On our website", DateOnly.FromDateTime(At(-300).DateTime), DateOnly.FromDateTime(At(200).DateTime));
        host.PassCheck(sent.AddDays(10));
        db.Add(host);
        own.AskAdult(adult.Email!);
        own.BeHostedBy(host.Id);
        own.Submit($"MY{At(-80).Year % 100}-{number:0000}", ApplicationHash.Of(own), sent);
        own.Cosign(adult.Id, sent.AddHours(5));
        own.FindEligible(sent.AddDays(14));
        db.Add(own);
        return own;
    }
}
