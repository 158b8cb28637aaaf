namespace PB.Web.Proposals;

public sealed class DraftDetailForm : DetailsForm
{
    internal OwnIdea Idea { get; set; } = null!;

    internal DraftDetailForm In(OwnIdea idea)
    {
        (Idea, Round) = (idea, idea.Round);
        return this;
    }
}
