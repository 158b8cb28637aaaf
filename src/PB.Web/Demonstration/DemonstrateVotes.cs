using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Results;
using PB.Rounds;

namespace PB.Web.Demonstration;

/// <summary>Holds the votes of the demonstration, and has the ordinary jobs count and publish those that are over.</summary>
sealed class DemonstrateVotes(PbContext db, DemonstrateBallots ballots, RoundKeys keys, IServiceProvider services)
{
    public async Task MakeAsync(DemonstratePlan plan, DateTimeOffset now)
    {
        db.ChangeTracker.Clear();
        var round = await db.Rounds.Include(r => r.Pot).Include(r => r.Neighbourhoods).SingleAsync(r => r.Slug == plan.Slug);
        await HoldAsync(round, plan);
        if (!plan.IsCounted)
            return;
        await CountAsync(round.Calendar.VotingUntil!.Value);
        await new DemonstrateDelivery(db, now).MakeAsync(round, plan);
        await db.SaveChangesAsync();
    }

    async Task HoldAsync(Round round, DemonstratePlan plan)
    {
        Guid[] known = plan.Slug switch
        {
            "old-town-streets" => [await VoterAsync("Amina Yusuf")],
            "orchard-vale-pocket-parks" => [await VoterAsync("Tom Ashcroft")],
            _ => [],
        };
        var liking = DemonstrateProjects.Of(plan.Slug).Where(p => !p.IsDraft).Select((project, index) => (Number: index + 1, project.Weight)).ToDictionary();
        await HoldAsync(round, ballots.Voters(plan.Ballots, known), liking);
    }

    /// <param name="round">Its voting has opened.</param>
    /// <param name="voters">Who votes.</param>
    /// <param name="liking">How likely, in a hundred, each project is to be chosen.</param>
    public async Task HoldAsync(Round round, IReadOnlyCollection<Guid> voters, IReadOnlyDictionary<int, int> liking)
    {
        var gate = new BallotGate(db, keys, new DemonstrateClock(round.Calendar.VotingFrom!.Value));
        var paper = await gate.PaperAsync(round, CancellationToken.None)
            ?? throw new InvalidOperationException($"The ballot box of {round.Slug} did not open.");
        await ballots.FillAsync(paper, voters, liking);
    }

    public async Task CountAsync(DateTimeOffset close)
    {
        var (counting, publishing) = (new DemonstrateClock(close.AddSeconds(1)), new DemonstrateClock(close.AddSeconds(3)));
        await new CountClosedRounds(db, new BallotGate(db, keys, counting), new BallotLog(db, keys), counting).RunAsync(CancellationToken.None);
        await new PublishCountedRounds(db, ActivatorUtilities.CreateInstance<ResultLetters>(services, db), publishing).RunAsync(CancellationToken.None);
    }

    Task<Guid> VoterAsync(string name) =>
        (from voter in db.Voters join person in db.Users on voter.PersonId equals person.Id where person.Name == name select voter.Id).SingleAsync();
}
