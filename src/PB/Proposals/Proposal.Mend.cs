using PB.Tally;

namespace PB.Proposals;

// What a proposer puts right when a check asked for it.
public sealed partial class Proposal
{
    public void Mend(string description, string place, Money estimate)
    {
        if (SubmittedAt is null || WithdrawnAt is not null)
            throw new InvalidOperationException("Only what is sent in, and not taken back, can be mended.");
        (Description, Place, Estimate) = (description, place, estimate);
    }
}
