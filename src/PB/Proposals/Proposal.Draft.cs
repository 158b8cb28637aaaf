using PB.Tally;

namespace PB.Proposals;

// What a proposer does with a draft. Once it is sent in, its text is fixed.
public sealed partial class Proposal
{
    public void Credit(Provenance provenance, string name)
    {
        RequireDraft();
        (Provenance, ProposerName) = (Provenance is Provenance.CarriedOver ? Provenance : provenance, name);
    }

    public void Write(string title, string description, Money? estimate)
    {
        RequireDraft();
        (Title, Description, Estimate) = (title, description, SumOfCosts ?? estimate);
    }

    public void Locate(string place, double? latitude, double? longitude)
    {
        RequireDraft();
        (Place, Latitude, Longitude) = (place, latitude, longitude);
    }

    public void Detail(DraftDetails details)
    {
        RequireDraft();
        Take(details);
    }

    public void Attach(ProposalPhoto photo)
    {
        RequireDraft();
        photos.Add(photo);
    }

    /// <summary>What it still has to say before it can be sent in.</summary>
    public IEnumerable<MissingPart> Missing() =>
        MissingIn(new DraftText(Title, Description, Estimate) { Place = Place, ProposerName = ProposerName }, Details());

    public static IEnumerable<MissingPart> MissingIn(DraftText text, DraftDetails details)
    {
        if (text.Title.Length == 0) yield return MissingPart.Title;
        if (text.Description.Length == 0) yield return MissingPart.Description;
        if (text.Place.Length == 0) yield return MissingPart.Place;
        if (text.Estimate is not { MinorUnits: > 0 } && details.Costs.IsEmpty) yield return MissingPart.Estimate;
        if (text.ProposerName.Length == 0) yield return MissingPart.ProposerName;
    }

    /// <summary>Whether it says enough to be sent in.</summary>
    public bool IsComplete => !Missing().Any();

    public void Submit(int number, DateTimeOffset now)
    {
        RequireDraft();
        if (!IsComplete)
            throw new InvalidOperationException("The proposal is not complete.");
        Number = number;
        SubmittedAt = now;
        Keep(ProposerId, byStaff: false, "", now);
    }

    void RequireDraft()
    {
        if (!IsDraft)
            throw new InvalidOperationException($"Proposal {Number} is sent in; its text is fixed.");
    }
}

/// <summary>A part of a proposal that cannot be left out.</summary>
public enum MissingPart
{
    Title,
    Description,
    Place,
    Estimate,
    ProposerName,
}
