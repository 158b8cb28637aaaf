using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Journal;
using PB.Results;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Approvals;

/// <summary>Carries out what two people agreed on, inside the transaction of the second one's decision.</summary>
/// <remarks>What the database can do by itself it does, from the approved particulars; here is what needs the key, the count or the post.</remarks>
public sealed class ActsOfTwo(PbContext db, RoundKeys keys, Tellers tellers, ActLetters letters)
{
    public async Task CarryOutAsync(ApprovalRequest request, Officer by)
    {
        if (request.Act is ApprovedAct.AnnulBallot)
            await AnnulBallotAsync(request);
        else
            await db.Database.ExecuteSqlAsync($"select rnd.carry_out({request.Id})");
        if (request.RoundId is not { } id)
            return;

        db.ChangeTracker.Entries<Round>().ToList().ForEach(entry => entry.State = EntityState.Detached);
        var round = await db.WholeRounds().SingleAsync(r => r.Id == id);
        await (request.Act switch
        {
            ApprovedAct.Recount => RecountAsync(round, request),
            ApprovedAct.AnnulBallot when round.CountedAt is not null => RecountAsync(round, request),
            ApprovedAct.ChangeRules => StartAnewAsync(round, request, by),
            ApprovedAct.DestroyKey => DestroyKeyAsync(round),
            ApprovedAct.ImportRegister => ApplyRegisterAsync(request),
            _ => Task.CompletedTask,
        });
        await letters.WriteAsync(round, request);
    }

    async Task AnnulBallotAsync(ApprovalRequest request)
    {
        var round = request.RoundId!.Value;
        var tag = VoterTag.Compute(keys.Open(round), round, request.AboutVoter!.Value);
        await db.Database.ExecuteSqlAsync($"select ballotbox.annul({request.Id}, {tag})");
    }

    async Task RecountAsync(Round round, ApprovalRequest request)
    {
        var result = await tellers.CountAsync(round, CancellationToken.None);
        if (round.PublishedAt is not null)
            result.Publish(result.CountedAt);
        db.Journal.Add(new JournalEntry(null, "Counted the ballots again", $"rounds/{round.Slug}", request.Reason, result.CountedAt));
    }

    async Task StartAnewAsync(Round round, ApprovalRequest request, Officer by)
    {
        var now = round.CancelledAt!.Value;
        var slug = await db.FreeRoundSlugAsync(round.Title, CancellationToken.None);
        db.Add(round.Clone(round.Title, slug, request.RequestedBy, now));
        db.Journal.Add(new JournalEntry(by.Id, "Began a new draft in the place of an annulled round", $"rounds/{slug}", $"From rounds/{round.Slug}", now));
    }

    // A register that was replaced since makes way: the database then says that nothing is there.
    Task<int> ApplyRegisterAsync(ApprovalRequest request) =>
        db.Database.ExecuteSqlAsync($"select register.apply_import({Particulars.Read(request.Particulars).Import}, {request.RoundId})");

    // The file goes before the record is kept: if it cannot go, nothing says that it did.
    async Task DestroyKeyAsync(Round round)
    {
        keys.Destroy(round.Id);
        var at = (await db.Database.SqlQuery<DateTimeOffset>($"""select at as "Value" from rnd.key_destructions where round_id = {round.Id}""").ToListAsync()).Single();
        db.Journal.Add(new JournalEntry(null, "Destroyed the key of the round", $"rounds/{round.Slug}", "No ballot can be traced to a voter from now on.", at));
    }
}
