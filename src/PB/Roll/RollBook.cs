using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Neighbourhoods;
using PB.Rounds;

namespace PB.Roll;

/// <summary>Puts people on the roll of a round: by their own word, by a register, or provisionally. One person is one voter, in however many ways they prove it.</summary>
public sealed class RollBook(PbContext db, RoundKeys keys, Departures departures, TimeProvider clock)
{
    /// <summary>How often somebody may look for themselves in the register in 24 hours.</summary>
    public const int MostTries = 10;

    /// <summary>The voter of an account, made now if there was none; null when the account is deleted.</summary>
    public Task<Voter?> VoterOfAsync(Guid person, CancellationToken cancel) => departures.VoterOfAsync(person, cancel);

    /// <summary>Looks for somebody in the register and puts them on the roll if it has them. The answer takes as long either way.</summary>
    public async Task<RollAnswer> MatchAsync(Round round, Voter voter, Identity who, Guid? chosen, CancellationToken cancel)
    {
        if (await TriesAsync(round, voter, cancel) > MostTries)
            return RollAnswer.TooManyTries;
        var key = KeyOf(round);
        var (digest, number) = (who.Digest(key), who.NumberDigest(key));
        var found = await (from p in db.RegisterPeople
                           join import in db.RegisterImports on p.ImportId equals import.Id
                           where p.RoundId == round.Id && import.AppliedAt != null && (p.Digest == digest || number != null && p.NumberDigest == number)
                           select p).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (found is null)
            return RollAnswer.NotFound;
        var areas = found.AreaId is { } known ? [known] : await db.AreasAsync(round, who.Postcode, cancel);
        return Only(areas, chosen) is { } area
            ? await EnterAsync(round, voter, RollWay.Register, new(Connections.Lives, area, found.Age, null), found.Digest, cancel)
            : RollAnswer.WhichArea;
    }

    /// <summary>Takes somebody's word for where they live, work or study, and how old they are.</summary>
    public async Task<RollAnswer> DeclareAsync(Round round, Voter voter, RollDeclaration said, CancellationToken cancel)
    {
        var areas = await db.AreasAsync(round, said.Postcode, cancel);
        if (areas.Count == 0)
            return RollAnswer.Elsewhere;
        if (Only(areas, said.Area) is not { } area)
            return RollAnswer.WhichArea;
        var way = voter.PersonId is null ? RollWay.Letter : RollWay.Declaration;
        var age = said.Who is { } who ? Identity.AgeOn(Register.DayOf(round), who.BornOn) : said.Age;
        var where = new Whereabouts(said.Connection, area, age, said.Postcode);
        return await EnterAsync(round, voter, way, where, said.Who?.Digest(KeyOf(round)), cancel);
    }

    /// <summary>Lets somebody vote whom no register knows, or as whom somebody else took part: whether it counts, two people decide.</summary>
    public async Task<RollAnswer> ProvisionallyAsync(Round round, Voter voter, Identity who, Plea plea, CancellationToken cancel)
    {
        var areas = await db.AreasAsync(round, who.Postcode, cancel);
        if (areas.Count == 0)
            return RollAnswer.Elsewhere;
        if (Only(areas, plea.Area) is not { } area)
            return RollAnswer.WhichArea;
        var digest = who.Digest(KeyOf(round));
        var holder = await db.RegisterPeople.Where(p => p.RoundId == round.Id && p.Digest == digest && p.VoterId != voter.Id).Select(p => p.VoterId).SingleOrDefaultAsync(cancel);
        var now = clock.GetUtcNow();
        if (!await db.ProvisionalVoters.AnyAsync(p => p.RoundId == round.Id && p.VoterId == voter.Id, cancel))
            db.ProvisionalVoters.Add(new(round.Id, voter.Id, new(who.Name, who.BornOn, $"{plea.Address}, {who.Postcode}", plea.Because, holder), now));
        await PutAsync(round, voter, RollWay.Provisional, new(Connections.Lives, area, Identity.AgeOn(Register.DayOf(round), who.BornOn), null), cancel);
        return RollAnswer.Entered;
    }

    /// <summary>The only one of several neighbourhoods, or the one that was chosen; null where neither is.</summary>
    internal static Guid? Only(IReadOnlyList<Guid> areas, Guid? chosen) => areas is [var only] ? only : chosen is { } area && areas.Contains(area) ? area : null;

    async Task<RollAnswer> EnterAsync(Round round, Voter voter, RollWay way, Whereabouts where, byte[]? digest, CancellationToken cancel)
    {
        if (digest is not null && await ClaimAsync(round, voter, digest, cancel) is { } refusal)
            return refusal;
        await PutAsync(round, voter, way, where, cancel);
        return RollAnswer.Entered;
    }

    async Task<RollAnswer?> ClaimAsync(Round round, Voter voter, byte[] digest, CancellationToken cancel) =>
        (await db.Database.SqlQuery<string>($"""select register.claim({round.Id}, {voter.Id}, {digest}) as "Value" """).ToListAsync(cancel)).Single() switch
        {
            "claimed" => null,
            "taken" => RollAnswer.TakenByAnother,
            "voted" => RollAnswer.VotedAsAnother,
            var answer => throw new InvalidOperationException($"The register answered {answer}."),
        };

    // The strongest proof stays: a word does not undo a register.
    async Task PutAsync(Round round, Voter voter, RollWay way, Whereabouts where, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var entry = await db.RollEntries.SingleOrDefaultAsync(e => e.RoundId == round.Id && e.VoterId == voter.Id, cancel);
        if (entry is null)
            db.RollEntries.Add(new RollEntry(round.Id, voter.Id, way, where, now));
        else if (entry.Way <= way)
            entry.Renew(way, where, now);
        await db.SaveChangesAsync(cancel);
    }

    async Task<int> TriesAsync(Round round, Voter voter, CancellationToken cancel) =>
        (await db.Database.SqlQuery<int>($"""select register.note_try({round.Id}, {voter.Id}) as "Value" """).ToListAsync(cancel)).Single();

    byte[] KeyOf(Round round) => Identity.KeyOf(keys.OpenOrMake(round.Id));
}

/// <summary>What somebody says of themselves.</summary>
/// <param name="Connection">What connects them with the round.</param>
/// <param name="Postcode">Where that is.</param>
/// <param name="Area">Which neighbourhood, where the postcode lies in several.</param>
/// <param name="Age">How old they are on the round's day, where no birthday is asked for.</param>
/// <param name="Who">Who they are, where the round asks for it.</param>
public sealed record RollDeclaration(Connections Connection, Postcode Postcode, Guid? Area, int? Age, Identity? Who);

/// <summary>What somebody tells the two people who decide whether their ballot counts.</summary>
/// <param name="Address">Where they live.</param>
/// <param name="Because">Anything else that we should know.</param>
/// <param name="Area">Which neighbourhood, where the postcode lies in several.</param>
public sealed record Plea(string Address, string Because, Guid? Area);

/// <summary>What became of somebody who wanted to be on the roll.</summary>
public enum RollAnswer
{
    Entered,
    NotFound,

    /// <summary>The postcode lies in several neighbourhoods of the round.</summary>
    WhichArea,
    Elsewhere,
    TooManyTries,

    /// <summary>Somebody else takes part as the same person.</summary>
    TakenByAnother,

    /// <summary>They have voted already, as somebody else.</summary>
    VotedAsAnother,
}
