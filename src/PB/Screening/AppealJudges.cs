using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;

namespace PB.Screening;

/// <summary>Finds who answers an appeal: an officer who had no part in the refusal; where there is none, somebody who looks after the round and had none either.</summary>
public sealed class AppealJudges(PbContext db)
{
    /// <summary>The appeals that wait for this person.</summary>
    public async Task<IQueryable<Appeal>> WaitingForAsync(Guid person, bool isOfficer, CancellationToken cancel)
    {
        if (isOfficer)
            return db.AppealsFor(person);
        var theirs = new List<Guid>();
        foreach (var appeal in await db.AppealsWithoutOfficer().Where(appeal => db.AppealsFor(person).Any(a => a.DecisionId == appeal.DecisionId)).ToListAsync(cancel))
            if (await LooksAfterAsync(person, appeal.ProposalId, cancel))
                theirs.Add(appeal.DecisionId);
        return db.Appeals.Where(appeal => theirs.Contains(appeal.DecisionId));
    }

    public async Task<bool> MayAnswerAsync(Guid decision, Guid person, CancellationToken cancel) =>
        await (await WaitingForAsync(person, await db.InRole(Role.Reviewer).ContainsAsync(person, cancel), cancel)).AnyAsync(appeal => appeal.DecisionId == decision, cancel);

    /// <summary>Who has to be told that an appeal waits for them, because no officer can answer it; nobody where one can.</summary>
    /// <returns>Whether anybody at all can answer it, and whom to write to: those who can, or else the administrators, who can appoint somebody.</returns>
    public async Task<(bool Anybody, IReadOnlyList<Guid> Told)> TurnToAsync(Appeal appeal, CancellationToken cancel)
    {
        if (!await db.AppealsWithoutOfficer().AnyAsync(a => a.DecisionId == appeal.DecisionId, cancel))
            return (true, []);
        var administrators = await db.InRole(Role.Administrator).ToListAsync(cancel);
        var able = new List<Guid>();
        foreach (var person in administrators.Union(await db.InRole(Role.NeighbourhoodManager).ToListAsync(cancel)))
            if (await db.AppealsFor(person).AnyAsync(a => a.DecisionId == appeal.DecisionId, cancel) && await LooksAfterAsync(person, appeal.ProposalId, cancel))
                able.Add(person);
        return able.Count > 0 ? (true, able) : (false, administrators);
    }

    async Task<bool> LooksAfterAsync(Guid person, Guid proposal, CancellationToken cancel)
    {
        if (await db.InRole(Role.Administrator).ContainsAsync(person, cancel))
            return true;
        if (!await db.InRole(Role.NeighbourhoodManager).ContainsAsync(person, cancel))
            return false;
        var managed = await db.ManagedByAsync(person, cancel);
        return await db.Rounds.AnyAsync(
            round => db.Proposals.Any(p => p.Id == proposal && p.RoundId == round.Id) && round.Neighbourhoods.All(part => managed.Contains(part.NeighbourhoodId)), cancel);
    }
}
