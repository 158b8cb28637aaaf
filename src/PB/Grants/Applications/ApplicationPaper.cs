using PB.Data;
using PB.Grants.Calls;

namespace PB.Grants.Applications;

/// <summary>A picture of a paper that the call wants for what a group does: how they keep everybody safe. Coordinators read it, and the panel does not: people may be named in it.</summary>
public sealed class ApplicationPaper
{
    ApplicationPaper() { }

    public ApplicationPaper(Guid applicationId, BudgetCategory category, byte[] jpeg, DateTimeOffset now) =>
        (Id, ApplicationId, Category, Jpeg, AddedAt) = (Ids.New(now), applicationId, category, jpeg, now);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>For which lines of the budget it is.</summary>
    public BudgetCategory Category { get; private set; }

    /// <summary>Made anew from what was uploaded: nothing in it says where and when it was taken.</summary>
    public byte[] Jpeg { get; private set; } = [];

    public DateTimeOffset AddedAt { get; private set; }

    public void Become(byte[] jpeg, DateTimeOffset now) => (Jpeg, AddedAt) = (jpeg, now);
}
