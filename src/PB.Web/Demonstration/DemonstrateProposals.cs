using PB.Data;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>Puts forward the invented projects of a round, and has the officer look at them where it is time for that.</summary>
sealed class DemonstrateProposals(PbContext db, Dictionary<string, Person> people, DateTimeOffset now)
{
    readonly DemonstrateChance chance = new(1871);

    public void Make(Round round, DemonstratePlan plan)
    {
        var projects = DemonstrateProjects.Of(plan.Slug).ToList();
        var (ideas, screening) = (round.Calendar.IdeasFrom!.Value, round.Calendar.ScreeningFrom!.Value);
        var time = (now < screening ? now : screening) - ideas;
        foreach (var (project, index) in projects.Select((project, index) => (project, index)))
        {
            var proposal = Write(round, plan, project, ideas + time * (index + 0.5) / projects.Count);
            db.Add(proposal);
            if (!project.IsDraft && DecisionOn(project, plan, index) is { } eligible)
                db.Add(Decide(proposal, round, eligible, screening.AddHours(6 * (index + 1))));
        }
    }

    Proposal Write(Round round, DemonstratePlan plan, DemonstrateProjects.Project project, DateTimeOffset at)
    {
        var proposal = new Proposal(round.Id, project.ByGroup ? Provenance.Group : Provenance.Resident, at.AddHours(-2));
        proposal.BelongTo(people.GetValueOrDefault(project.By)?.Id, project.By, null, null);
        proposal.Write(project.Title, project.Description, new Money(project.Pounds * 100));
        var (latitude, longitude) = DemonstratePlaces.PointIn(plan.Place, chance);
        proposal.Locate(project.Place, latitude, longitude);
        if (!project.IsDraft)
            proposal.Submit(Next(round.Id), at);
        return proposal;
    }

    /// <summary>Whether the officer lets it through; null when nobody has looked at it yet.</summary>
    static bool? DecisionOn(DemonstrateProjects.Project project, DemonstratePlan plan, int index) => plan.Phase switch
    {
        RoundPhase.Ideas or RoundPhase.Cancelled => null,
        _ when project.IsRefused => false,
        RoundPhase.Screening => index % 3 == 0 ? true : null,
        _ => true,
    };

    ScreeningDecision Decide(Proposal proposal, Round round, bool eligible, DateTimeOffset at)
    {
        var position = proposal.Estimate!.Value.MinorUnits > round.Pot.Amount.MinorUnits * 9 / 10 ? 3 : 2;
        var answer = eligible
            ? new ScreeningAnswer(true, null, DemonstrateWords.Passed, DemonstrateWords.PassedNext)
            : new ScreeningAnswer(false, round.Criteria.Single(c => c.Position == position).Id, DemonstrateWords.Refused, DemonstrateWords.RefusedNext);
        return new ScreeningDecision(proposal.Id, people["Otis Hale"].Id, answer, at);
    }

    int Next(Guid round) => 1 + db.ChangeTracker.Entries<Proposal>().Count(entry => entry.Entity.RoundId == round && entry.Entity.Number != null);
}
