using PB.Data;
using PB.Neighbourhoods;

namespace PB.Roll;

/// <summary>Somebody on the roll: who they are for the purpose of voting, apart from any ballot.</summary>
public sealed class Voter
{
    Voter() { }

    /// <param name="personId">Whose account it is; null for whoever votes by a code.</param>
    /// <param name="now">For the id.</param>
    public Voter(Guid? personId, DateTimeOffset now) => (Id, PersonId) = (Ids.New(now), personId);

    internal Voter(Guid id, Guid? person, string? postcode, int? age, DateTimeOffset? declaredAt) =>
        (Id, PersonId, Postcode, Age, DeclaredAt) = (id, person, postcode, age, declaredAt);

    public Guid Id { get; private set; }

    /// <summary>Null for whoever votes by a code, and for the voters of an imported election, of whom nothing is known.</summary>
    public Guid? PersonId { get; private set; }

    public string? Postcode { get; private set; }

    /// <summary>The age in years that the person declared, on <see cref="DeclaredAt"/>.</summary>
    public int? Age { get; private set; }

    public DateTimeOffset? DeclaredAt { get; private set; }

    public void Declare(Postcode postcode, int age, DateTimeOffset now) =>
        (Postcode, Age, DeclaredAt) = (postcode.Text, age, now);
}
