namespace PB.Web.Grants.Marking;

public sealed record ProgressPage(CallVisit Visit, IReadOnlyList<Marker> Markers, IReadOnlyList<ProgressLine> Lines)
{
    /// <summary>Whether it was dealt out who reads what.</summary>
    public required bool IsDealt { get; init; }

    public required bool MayShareOut { get; init; }
}

public sealed record Marker(Guid PersonId, string Name);

public sealed record ProgressLine(Guid ApplicationId, string Reference, string Title)
{
    public required List<Guid> HandedIn { get; init; }
    public required List<Guid> Declared { get; init; }
    public required List<Guid> Conflicts { get; init; }

    public ProgressTick TickOf(Guid person) =>
        Conflicts.Contains(person) ? ProgressTick.TakesNoPart
        : HandedIn.Contains(person) ? ProgressTick.Done
        : Declared.Contains(person) ? ProgressTick.Waits : ProgressTick.NotDeclared;

    public int Done => HandedIn.Except(Conflicts).Count();
}

public enum ProgressTick
{
    Done,
    Waits,
    NotDeclared,
    TakesNoPart,
}
