namespace PB.Web.Rounds;

/// <summary>That a round takes place in larger neighbourhoods around the one that is shown, or in smaller ones inside it.</summary>
public sealed record Elsewhere(IReadOnlyList<string> Names, bool Around)
{
    /// <summary>The key of its text: {0} stands for the names.</summary>
    public string Text => Around ? "For all of {0}, which this is part of." : "In {0}, which is part of this.";
}
