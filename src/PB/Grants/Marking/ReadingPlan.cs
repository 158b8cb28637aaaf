using System.Security.Cryptography;
using System.Text;

namespace PB.Grants.Marking;

/// <summary>Who reads what, where there is too much for everybody to read everything: the same number for each as near as can be, drawn from a seed.</summary>
/// <param name="Readers">How many are to read each application.</param>
/// <param name="Seed">Published with the plan: whoever has it deals the same again.</param>
public sealed record ReadingPlan(IReadOnlyCollection<Guid> Members, IReadOnlyCollection<Guid> Applications, int Readers, string Seed)
{
    /// <summary>Whether a member may read an application at all.</summary>
    public Func<Guid, Guid, bool> MayRead { get; init; } = (_, _) => true;

    /// <summary>Gives each application to those who have least to read; among them to those who then link it with most others, so that averages can be compared.</summary>
    /// <returns>For each member what to read, in an order of their own: who reads last is tired, and that should not always hit the same.</returns>
    public IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> Deal()
    {
        var piles = Members.ToDictionary(member => member, _ => new List<Guid>());
        foreach (var application in Applications.OrderBy(application => Ticket(application, application)))
        {
            HashSet<Guid> linked = [];
            for (var reader = 0; reader < Readers && NextReader(piles, application, linked) is { } member; reader++)
            {
                linked.UnionWith(piles[member]);
                piles[member].Add(application);
            }
        }

        return piles.ToDictionary(pile => pile.Key, IReadOnlyList<Guid> (pile) => [.. pile.Value.OrderBy(application => Ticket(pile.Key, application))]);
    }

    Guid? NextReader(Dictionary<Guid, List<Guid>> piles, Guid application, HashSet<Guid> linked) => piles
        .Where(pile => MayRead(pile.Key, application) && !pile.Value.Contains(application))
        .OrderBy(pile => pile.Value.Count)
        .ThenByDescending(pile => pile.Value.Count(other => !linked.Contains(other)))
        .ThenBy(pile => Ticket(pile.Key, application))
        .Select(pile => (Guid?)pile.Key).FirstOrDefault();

    /// <summary>SHA-256 of the seed and both ids; its order is the order of the draw.</summary>
    string Ticket(Guid member, Guid application) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"pb/1/reading\0{Seed}\0{member}\0{application}")));
}
