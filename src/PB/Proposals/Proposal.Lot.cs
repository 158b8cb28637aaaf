namespace PB.Proposals;

// The number that the lot gave it on the ballot.
public sealed partial class Proposal
{
    /// <summary>Its number as an idea, where a lot has given it another; addresses with it still lead here.</summary>
    public int? EarlierNumber { get; private set; }

    /// <summary>Takes the number that was drawn for it, once.</summary>
    public void TakeNumber(int drawn)
    {
        if (Number is null || WithdrawnAt is not null || EarlierNumber is not null)
            throw new InvalidOperationException($"Proposal {Number} takes no number from the lot.");
        (EarlierNumber, Number) = (Number, drawn);
    }
}
