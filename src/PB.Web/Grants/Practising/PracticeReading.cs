using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Panels;
using PB.Grants.Practising;

namespace PB.Web.Grants.Practising;

/// <summary>Reads what the pages of practices show.</summary>
public sealed class PracticeReading(PbContext db, Roster roster, PracticeDesk desk)
{
    /// <summary>Whether somebody has a place on the panel, before or after their training.</summary>
    public async Task<bool> PractisesAsync(Guid person, Guid panel, CancellationToken cancel) =>
        await roster.SeatOfAsync(person, panel, cancel) is { Standing: MemberStanding.Training or MemberStanding.Active };

    public async Task<PracticeList> ListAsync(PracticePlace at, Guid me, bool mayOpen, CancellationToken cancel)
    {
        var practices = await db.Set<Practice>().AsNoTracking().Include(p => p.Examples.OrderBy(e => e.Number)).Where(p => p.PanelId == at.Panel.Id).OrderByDescending(p => p.OpenedAt).ToListAsync(cancel);
        var mine = await db.Set<PracticeCard>().AsNoTracking().Where(card => card.PersonId == me).Select(card => card.ExampleId).ToListAsync(cancel);
        return new PracticeList(at, [.. practices.Select(practice => new PracticeList.Line(practice, mine.ToHashSet()))])
        {
            MayOpen = mayOpen,
            Practises = await PractisesAsync(me, at.Panel.Id, cancel),
            Finished = mayOpen ? await FinishedAsync(at, cancel) : [],
        };
    }

    // Names of those who have finished, and no mark of anybody.
    async Task<IReadOnlyList<string>> FinishedAsync(PracticePlace at, CancellationToken cancel)
    {
        var done = await desk.FinishedAsync(at.Panel.Id, cancel);
        return [.. (await roster.OfAsync(at.Panel.Id, cancel)).Where(seat => seat.Member.PersonId is { } person && done.ContainsKey(person)).Select(seat => seat.Member.DisplayName)];
    }
}

public sealed record PracticeList(PracticePlace At, IReadOnlyList<PracticeList.Line> Lines)
{
    public bool MayOpen { get; init; }
    public bool Practises { get; init; }
    public IReadOnlyList<string> Finished { get; init; } = [];
    public PracticeForm Form { get; init; } = new() { WithExamples = true };
    public ExampleForm Example { get; init; } = new();

    /// <summary>To which practice the example was to be added that could not be.</summary>
    public Guid? ExampleOf { get; init; }

    /// <param name="Marked">The examples that whoever asks has marked.</param>
    public sealed record Line(Practice Practice, IReadOnlySet<Guid> Marked)
    {
        public bool IsFinished => Practice.Examples.Count > 0 && Practice.Examples.All(example => Marked.Contains(example.Id));
    }
}
