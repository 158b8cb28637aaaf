using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Neighbourhoods;
using PB.Proposals;
using PB.Results;
using PB.Rounds;
using PB.Screening;
using PB.Tally;

namespace PB.Ballots;

/// <summary>Runs a round from opening to result with made-up voters, through the same door as everybody's ballots, and wipes it again.</summary>
public sealed class Rehearsal(PbContext db, RoundKeys keys, RehearsalCrew crew, TimeProvider clock)
{
    /// <summary>How many people vote in a rehearsal.</summary>
    public const int Voters = 60;

    /// <summary>The rehearsal of a round, or null when there is none.</summary>
    public Task<Round?> FindAsync(Guid of, CancellationToken cancel) =>
        db.Rounds.IgnoreQueryFilters().Include(round => round.Pot).Include(round => round.Neighbourhoods)
            .Where(round => db.Database.SqlQuery<Guid>($"""select round_id as "Value" from rnd.rehearsals where of_round = {of}""").Contains(round.Id))
            .SingleOrDefaultAsync(cancel);

    /// <summary>Sets it up, lets everybody vote, closes and counts. Whatever was rehearsed before is wiped first.</summary>
    public async Task RunAsync(Round round, Guid by, CancellationToken cancel)
    {
        await WipeAsync(round, by, cancel);
        var rehearsal = await SetUpAsync(round, by, cancel);
        await crew.VoteAsync(rehearsal, cancel);
        await crew.CountAsync(rehearsal, new BallotLog(db, keys), cancel);
    }

    /// <summary>Deletes every row and the key of a round's rehearsal, and writes down how many rows there were and that none is left.</summary>
    public async Task WipeAsync(Round round, Guid by, CancellationToken cancel)
    {
        if (await FindAsync(round.Id, cancel) is not { } rehearsal)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var rows = (await db.Database.SqlQuery<Wiped>($"""select before as "Before", after as "After" from rnd.wipe_rehearsal({rehearsal.Id})""").ToListAsync(cancel)).Single();
        keys.Forget(rehearsal.Id);
        db.ChangeTracker.Clear();
        db.Journal.Add(new JournalEntry(by, "Wiped a rehearsal of the round", $"rounds/{round.Slug}", $"Rows before: {rows.Before}. Rows after: {rows.After}.", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    async Task<Round> SetUpAsync(Round round, Guid by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rehearsal = round.Rehearse(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(rehearsal);
        var real = await db.OnTheBallot(round.Id).AsNoTracking().OrderBy(project => project.Number).ToListAsync(cancel);
        var projects = real.Count > 0 ? real.Select(project => (project.Number!.Value, project.Title, project.BallotPrice ?? Money.Zero)) : RehearsalCrew.MadeUpProjects(round.Pot.Amount);
        foreach (var (number, title, price) in projects)
            db.Add(RehearsalCrew.Project(rehearsal, number, title, price, now));
        db.Journal.Add(new JournalEntry(by, "Rehearsed the round", $"rounds/{round.Slug}", $"With {Voters} made-up voters.", now));
        await db.SaveChangesAsync(cancel);
        var (postcode, age) = await crew.WhoMayVoteAsync(rehearsal, cancel);
        var voters = Enumerable.Range(0, Voters).Select(_ => Ids.New(now)).ToArray();
        await db.Database.ExecuteSqlAsync($"select rnd.begin_rehearsal({rehearsal.Id}, {round.Id}, {voters}, {postcode}, {age})", cancel);
        await transaction.CommitAsync(cancel);
        return rehearsal;
    }

    sealed record Wiped(long Before, long After);
}

/// <summary>The made-up voters of a rehearsal and whoever counts them.</summary>
public sealed class RehearsalCrew(PbContext db, BallotGate gate, BallotBox box, Tellers tellers)
{
    internal static IEnumerable<(int Number, string Title, Money Price)> MadeUpProjects(Money pot) =>
        from number in Enumerable.Range(1, 6) select (number, $"Made-up project {number}", new Money(Math.Max(1, pot.MinorUnits * number / 8)));

    internal static Proposal Project(Round round, int number, string title, Money price, DateTimeOffset now)
    {
        var proposal = new Proposal(round.Id, Provenance.Imported, now);
        proposal.Import(number, $"{number}", title, "", price, now);
        return proposal;
    }

    /// <summary>A postcode and an age with which somebody may vote in a round.</summary>
    internal async Task<(string Postcode, int Age)> WhoMayVoteAsync(Round round, CancellationToken cancel)
    {
        foreach (var place in round.Neighbourhoods.Select(part => part.NeighbourhoodId))
        {
            var within = await db.WithinAsync(place, cancel);
            var postcode = await db.Neighbourhoods.Where(n => within.Contains(n.Id)).SelectMany(n => n.Postcodes).Select(p => p.Postcode).FirstOrDefaultAsync(cancel);
            if (postcode is not null)
                return (postcode, round.Eligibility.MinimumAge ?? 18);
        }

        throw new RehearsalRefusedException();
    }

    internal async Task VoteAsync(Round round, CancellationToken cancel)
    {
        var paper = await gate.PaperAsync(round, cancel) ?? throw new InvalidOperationException("The rehearsal's ballot box did not open.");
        var voters = await db.Database.SqlQuery<Guid>($"""select voter as "Value" from rnd.rehearsal_voters_of({round.Id}) voter""").ToListAsync(cancel);
        foreach (var (id, index) in voters.Select((id, index) => (id, index)))
        {
            var voter = await db.Voters.AsNoTracking().SingleAsync(v => v.Id == id, cancel);
            var entry = new BallotEntry(Choose(paper, index), Channel.Web, $"rehearsal/{id}", 0);
            if (await box.CastAsync(voter, round, entry, cancel) is { } refusal)
                throw new InvalidOperationException($"A made-up ballot was refused: {refusal}.");
        }
    }

    internal async Task CountAsync(Round round, BallotLog log, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select rnd.end_rehearsal_voting({round.Id})", cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"select rnd.close_round({round.Id})", cancel);
        await log.EndAsync(round.Id, cancel);
        var result = await tellers.CountAsync(round, cancel);
        db.Journal.Add(new JournalEntry(null, "Counted a rehearsal", $"rounds/{round.Slug}", "", result.CountedAt));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    // Every voter another mixture, and the first projects more often: there is something to count.
    static List<int> Choose(BallotPaper paper, int voter)
    {
        var chosen = new List<int>();
        foreach (var (line, place) in paper.Projects.Select((line, place) => (line, place)))
            if ((voter + place) % (place + 2) == 0 && paper.WhyRefused([.. chosen, line.Number]) is (null or BallotRefusal.TooFewChosen))
                chosen.Add(line.Number);
        foreach (var line in paper.Projects)
            if (chosen.Count < paper.Rules.MinChoices && !chosen.Contains(line.Number))
                chosen.Add(line.Number);
        return chosen;
    }
}

/// <summary>No postcode belongs to the round's neighbourhoods, so nobody could vote.</summary>
public sealed class RehearsalRefusedException : Exception;
