namespace PB.Roll;

/// <summary>Whoever comes to vote: with an account, with codes they typed in, with both or with neither.</summary>
/// <param name="Person">Whose account it is.</param>
/// <param name="Codes">The code that was typed in for a round: its id, by the round's.</param>
public sealed record Elector(Guid? Person, IReadOnlyDictionary<Guid, Guid> Codes)
{
    public bool IsNobody => Person is null && Codes.Count == 0;

    public bool HasCodeFor(Guid round) => Codes.ContainsKey(round);
}
