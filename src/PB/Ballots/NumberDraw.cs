using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;

namespace PB.Ballots;

/// <summary>Draws the numbers on the ballot by lot: once for each project, and anybody can draw it again.</summary>
public sealed class NumberDraw(PbContext db, NumberLetters letters, TimeProvider clock)
{
    // Texts know numbers of up to three digits.
    const int Highest = 999;

    /// <param name="roundId">The round.</param>
    /// <param name="by">Who draws.</param>
    /// <param name="fell">What fell in public, in words that are part of the seed.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<NumberDrawRefusal?> DrawAsync(Guid roundId, Guid by, string fell, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockRoundAsync(roundId, cancel);
        var now = clock.GetUtcNow();
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == roundId, cancel);
        var projects = await db.OnTheBallot(roundId).Where(project => project.EarlierNumber == null).ToListAsync(cancel);
        if ((round.WhyNoDraw(now) ?? (projects.Count == 0 ? NumberDrawRefusal.NothingToNumber : null)) is { } refusal)
            return refusal;

        // Whoever says what fell does not know the rest, and cannot try until the order pleases.
        var seed = $"{round.Slug}/{fell}/{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        var lot = new NumberLot(roundId, seed, (await FirstAsync(roundId, projects.Count, cancel), projects.Count), by, now);
        await GiveAsync(lot, projects, cancel);
        await TellAsync(round, lot, projects, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    // No number on the ballot was ever the number of another idea: what is printed on an old poster votes for nobody else.
    async Task<int> FirstAsync(Guid round, int count, CancellationToken cancel)
    {
        var next = await db.NextNumberAsync(round, cancel);
        var hundred = (((next - 1) / 100) + 1) * 100 + 1;
        return hundred + count - 1 > Highest || await db.NumberLots.AnyAsync(lot => lot.RoundId == round, cancel) ? next : hundred;
    }

    // The database lets a number change only under a lot that gives it.
    async Task GiveAsync(NumberLot lot, IReadOnlyList<Proposal> projects, CancellationToken cancel)
    {
        db.NumberLots.Add(lot);
        await db.SaveChangesAsync(cancel);
        foreach (var (project, place) in projects.OrderBy(project => lot.TicketOf(project.Number!.Value), StringComparer.Ordinal).Select((project, place) => (project, place)))
            project.TakeNumber(lot.First + place);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"""
            update exclusions e set one = least(x.a, x.b), other = greatest(x.a, x.b)
            from (select y.id, coalesce(p.number, y.one) as a, coalesce(q.number, y.other) as b from exclusions y
                  left join proposals p on p.round_id = y.round_id and p.earlier_number = y.one
                  left join proposals q on q.round_id = y.round_id and q.earlier_number = y.other
                  where y.round_id = {lot.RoundId} and (p.id is not null or q.id is not null)) x where x.id = e.id
            """, cancel);
        await db.Database.ExecuteSqlAsync($"""
            update sms.titles t set number = p.number from proposals p where t.round_id = {lot.RoundId} and p.round_id = t.round_id and p.earlier_number = t.number
            """, cancel);
    }

    async Task TellAsync(Round round, NumberLot lot, IReadOnlyList<Proposal> projects, CancellationToken cancel)
    {
        var order = string.Join(", ", projects.OrderBy(project => project.Number).Select(project => $"{project.EarlierNumber} is {project.Number}"));
        db.Journal.Add(new JournalEntry(lot.DrawnBy, "Drew the numbers on the ballot by lot", $"rounds/{round.Slug}", $"Seed: {lot.Seed}. Idea {order}.", lot.DrawnAt));
        var addresses = await db.AddressesOfAsync([.. projects.Select(project => project.Id)], cancel);
        foreach (var project in projects)
            if (addresses.GetValueOrDefault(project.Id) is { } address)
                db.Messages.Add(letters.Drawn(round, project, address, lot.DrawnAt));
    }
}

/// <summary>When the numbers on a ballot can be drawn: asked by the page and, under the lock, by the draw.</summary>
public static class NumberDrawDoors
{
    public static NumberDrawRefusal? WhyNoDraw(this Round round, DateTimeOffset now) =>
        round.ShortlistedBy.Length > 0 ? NumberDrawRefusal.NumberedByItsPanel
        : !round.IsBeforeVoting(now) ? round.IsDraft ? NumberDrawRefusal.IdeasAreOpen : NumberDrawRefusal.BallotIsFrozen
        : round.WhyNoIdeas(now) is ProposalRefusal.IdeasClosed ? null : NumberDrawRefusal.IdeasAreOpen;
}

/// <summary>Why the numbers are not drawn.</summary>
public enum NumberDrawRefusal
{
    /// <summary>Voting has opened, or the round was cancelled.</summary>
    BallotIsFrozen,

    /// <summary>Ideas can still be sent in.</summary>
    IdeasAreOpen,

    /// <summary>The panel's agenda gives the numbers.</summary>
    NumberedByItsPanel,

    /// <summary>No project is on the ballot that has no drawn number.</summary>
    NothingToNumber,
}
