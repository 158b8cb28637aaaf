namespace PB.Proposals;

// Where it comes from, when a member of staff wrote it down for somebody, or it was there in an earlier round.
public sealed partial class Proposal
{
    /// <summary>Who wrote it down for somebody else.</summary>
    public Guid? WrittenDownBy { get; private set; }

    /// <summary>How its proposer said yes to that. Staff read it; everybody reads that there is one.</summary>
    public string Consent { get; private set; } = "";

    /// <summary>The event where it was captured, such as an assembly and its date.</summary>
    public string Event { get; private set; } = "";

    /// <summary>SHA-256 of the code by which its proposer takes it over; null once that is done.</summary>
    public byte[]? ClaimCodeHash { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>The same idea in an earlier round.</summary>
    public Guid? CarriedOverFrom { get; private set; }

    public void WriteDownFor(Guid officer, string consent, string @event, byte[] claimCodeHash)
    {
        RequireDraft();
        (WrittenDownBy, Consent, Event, ClaimCodeHash) = (officer, consent, @event, claimCodeHash);
    }

    /// <summary>Gives it to whoever brought the code: their account, or whoever holds a new link.</summary>
    public void Claim(Guid? personId, byte[]? draftKeyHash, DateTimeOffset now)
    {
        if (ClaimCodeHash is null)
            throw new InvalidOperationException("There is nothing to claim.");
        (ProposerId, DraftKeyHash, ClaimCodeHash, ClaimedAt) = (personId, draftKeyHash, null, now);
    }

    /// <summary>Takes it in from a table, as whole as it is there: an officer may have to ask for the rest.</summary>
    public void Bring(int number, IdeaRow row, DateTimeOffset now)
    {
        RequireDraft();
        (Title, Description, Place, Estimate) = (row.Text.Title, row.Text.Description, row.Text.Place, row.Text.Estimate);
        (Latitude, Longitude) = (row.Text.Spot?.Latitude, row.Text.Spot?.Longitude);
        (Event, Reference) = (row.Event, row.Reference.Length > 0 ? row.Reference : null);
        Take(row.Details);
        (Number, SubmittedAt) = (number, now);
        Keep(null, byStaff: true, "", now);
    }

    /// <summary>A draft in another round with this one's words, for the same proposer.</summary>
    public Proposal CarryOver(Guid roundId, DateTimeOffset now)
    {
        var copy = new Proposal(roundId, Provenance.CarriedOver, now) { CarriedOverFrom = Id };
        copy.BelongTo(ProposerId, ProposerName, ProposerEmail, null);
        copy.Write(Title, Description, Estimate);
        copy.Locate(Place, Latitude, Longitude);
        copy.Detail(Details());
        return copy;
    }
}
