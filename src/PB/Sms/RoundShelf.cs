// Longer than the house allows: a round as texts know it is put together in one place, field by field.
using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Roll;
using PB.Rounds;
using PB.Screening;

namespace PB.Sms;

/// <summary>The rounds of a number as texts know them. They are read anew only when something about them has changed.</summary>
public sealed class RoundShelf(PbContext db, BallotGate gate, RoundShelfMemory memory, TimeProvider clock)
{
    /// <summary>For so long after the close a round answers about itself.</summary>
    static readonly TimeSpan Afterlife = TimeSpan.FromDays(30);

    /// <summary>Asks for the rounds of a number that are not long over, in the order in which they were set up.</summary>
    internal Question Ask(string number, Action<RoundStamp> found) => new($"""
        select s.round_id, concat_ws('/', r.xmin, s.xmin, b.xmin, (select concat(count(*), max(t.xmin::text)) from sms.titles t where t.round_id = s.round_id)), b.id is not null
        from sms.numbers o join sms.round_numbers n on n.number_id = o.id join sms.rounds s on s.round_id = n.round_id join public.rounds r on r.id = s.round_id
        left join rnd.round b on b.id = r.id
        where o.number = {number} and r.announced_at is not null and r.voting_until + {Afterlife} > {clock.GetUtcNow()}
        order by n.place, s.keyword
        """, row => found(new(row.GetGuid(0), row.GetString(1), row.GetBoolean(2))));

    public async Task<IReadOnlyList<ShelvedRound>> TakeAsync(IEnumerable<RoundStamp> stamps, CancellationToken cancel)
    {
        var rounds = new List<ShelvedRound>();
        foreach (var stamp in stamps)
            rounds.Add(await FindAsync(stamp, cancel));
        return rounds;
    }

    /// <summary>One round, whatever number it is on; null where it is not voted on by text.</summary>
    public async Task<ShelvedRound?> FindAsync(Guid round, CancellationToken cancel) =>
        await db.Set<TextSetUp>().AnyAsync(setUp => setUp.RoundId == round, cancel) ? await LoadAsync(round, cancel) : null;

    async Task<ShelvedRound> FindAsync(RoundStamp stamp, CancellationToken cancel)
    {
        if (memory.Rounds.TryGetValue(stamp.Round, out var known) && known.Stamp == stamp.Text)
            return known.Round;
        var loaded = await LoadAsync(stamp.Round, cancel);
        // Before the paper is frozen a project may still go.
        if (stamp.IsFrozen)
            memory.Rounds[stamp.Round] = (stamp.Text, loaded);
        return loaded;
    }

    async Task<ShelvedRound> LoadAsync(Guid id, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().Include(r => r.Neighbourhoods).Include(r => r.Pot).SingleAsync(r => r.Id == id, cancel);
        var setUp = await db.Set<TextSetUp>().AsNoTracking().Include(s => s.Titles).SingleAsync(s => s.RoundId == id, cancel);
        var frozen = await gate.PaperAsync(round, cancel);
        var paper = frozen ?? BallotPaper.Of(round, await db.OnTheBallot(id).AsNoTracking().ToListAsync(cancel));
        return new(round, setUp, Read(round, setUp, paper), paper);
    }

    TextRound Read(Round round, TextSetUp setUp, BallotPaper paper) => new()
    {
        Id = round.Id,
        Keyword = setUp.Keyword,
        Name = setUp.Name,
        Proof = setUp.Proof,
        CodeLength = round.Eligibility.Proofs.HasFlag(Proofs.Letter) ? CodeText.Length : TextCode.Length,
        ConfirmFirst = setUp.ConfirmFirst,
        Echo = setUp.Echo,
        MinimumAge = round.Eligibility.MinimumAge ?? 0,
        HelpPhone = setUp.HelpPhone,
        ShortAddress = setUp.ShortAddress,
        Rules = paper.Rules,
        Budget = paper.Budget,
        Currency = paper.Currency,
        Projects = Projects(setUp, paper),
        OpensAt = paper.OpensAt,
        ClosesAt = paper.ClosesAt,
        ResultsOn = round.FeedbackOn,
        TimeZone = round.TimeZone,
        PausedAt = setUp.PausedAt,
        CancelledAt = round.CancelledAt,
        IdeasOpen = round.PhaseAt(clock.GetUtcNow()) is RoundPhase.Ideas,
        ExampleNumbers = setUp.Example,
    };

    static FrozenDictionary<int, TextProject> Projects(TextSetUp setUp, BallotPaper paper)
    {
        var titles = setUp.Titles.ToDictionary(title => title.Number, title => title.Title);
        var open = paper.Projects.Select(line => new TextProject(line.Number, titles.GetValueOrDefault(line.Number) ?? TextTitle.Cut(line.Title), line.Price, Withdrawn: false));
        var gone = titles.Where(title => paper.Projects.All(line => line.Number != title.Key))
            .Select(title => new TextProject(title.Key, title.Value, Tally.Money.Zero, Withdrawn: true));
        return open.Concat(gone).ToFrozenDictionary(project => project.Number);
    }
}

/// <summary>A round's mark of when something about it was changed last, and whether its ballot paper is frozen.</summary>
public sealed record RoundStamp(Guid Round, string Text, bool IsFrozen);

/// <summary>A round with what its texts need.</summary>
public sealed record ShelvedRound(Round Round, TextSetUp SetUp, TextRound Text, BallotPaper Paper);

/// <summary>The rounds that a process has read, each with the mark of when it was changed last.</summary>
public sealed class RoundShelfMemory
{
    public ConcurrentDictionary<Guid, (string Stamp, ShelvedRound Round)> Rounds { get; } = [];
}
