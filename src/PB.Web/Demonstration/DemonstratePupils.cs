using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Rounds;

namespace PB.Web.Demonstration;

/// <summary>Two classes whose teachers hand out codes: most pupils vote with theirs.</summary>
sealed class DemonstratePupils(PbContext db, RoundKeys keys, DemonstrateVotes votes)
{
    static readonly (string Name, int Size, int Voting)[] Classes = [("Marlbridge School, class 8C", 28, 25), ("Marlbridge School, class 9A", 26, 22)];

    // How much pupils like the plans, in the order of the ballot.
    static readonly Dictionary<int, int> Liking = new() { [1] = 60, [2] = 35, [3] = 75 };

    public async Task VoteAsync(Round round, Guid coordinator)
    {
        var opened = round.Calendar.VotingFrom!.Value;
        var codes = new LetterCodes(db, keys, new DemonstrateClock(opened.AddHours(1)));
        var voters = new List<Guid>();
        foreach (var one in Classes)
        {
            var texts = codes.Make(new CodeBatch(round.Id, CodeKind.School, one.Name, one.Size, opened).MadeFor(null, coordinator));
            await db.SaveChangesAsync();
            foreach (var text in texts.Take(one.Voting))
                voters.Add((await codes.UseAsync((await codes.FindAsync(text, CancellationToken.None))!, CancellationToken.None))!.Id);
        }

        await votes.HoldAsync(round, voters, Liking);
        await votes.CountAsync(round.Calendar.VotingUntil!.Value);
    }
}
