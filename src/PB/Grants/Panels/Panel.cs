using PB.Data;

namespace PB.Grants.Panels;

/// <summary>The young people who decide together.</summary>
public sealed class Panel
{
    Panel() { }

    public Panel(Guid fundId, string name, string slug, DateTimeOffset now) => (Id, FundId, Name, Slug) = (Ids.New(now), fundId, name, slug);

    public Guid Id { get; private set; }
    public Guid FundId { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";

    /// <summary>With fewer members who are ready, no call can open.</summary>
    public int MinMembers { get; private set; } = 6;

    public int TermMonths { get; private set; } = 12;

    /// <summary>Who decides where too many members of this one have a conflict of interest.</summary>
    public Guid? ParentPanelId { get; private set; }

    public void Describe(string name, int minMembers, int termMonths) => (Name, MinMembers, TermMonths) = (name, minMembers, termMonths);

    public void HandOverTo(Guid? parentPanelId) => ParentPanelId = parentPanelId;
}
