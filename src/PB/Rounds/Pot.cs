using PB.Data;
using PB.Tally;

namespace PB.Rounds;

/// <summary>The money that a round decides on, and who approved that it is there.</summary>
public sealed class Pot
{
    Pot() { }

    internal Pot(Guid roundId, DateTimeOffset now) => (Id, RoundId) = (Ids.New(now), roundId);

    public Guid Id { get; private set; }
    public Guid RoundId { get; private set; }
    public string Name { get; private set; } = "";
    public Money Amount { get; private set; }

    /// <summary>The name and office of the person who approved the money.</summary>
    public string ApprovedBy { get; private set; } = "";

    public DateOnly? ApprovedOn { get; private set; }
    public string Conditions { get; private set; } = "";

    internal void Fill(string name, Money amount, string approvedBy, DateOnly? approvedOn, string conditions)
    {
        Name = name;
        Amount = amount;
        ApprovedBy = approvedBy;
        ApprovedOn = approvedOn;
        Conditions = conditions;
    }
}
