using PB.Data;
using PB.Grants.Awards;

namespace PB.Grants.Care;

/// <summary>A paper that says that a young person took part. Whoever is shown it can ask us by its code whether it is real.</summary>
public sealed class Certificate
{
    Certificate() { }

    public Certificate(Guid memberId, string name, string panel, Guid issuedBy, DateTimeOffset now)
    {
        (Id, Code) = (Ids.New(now), AwardCodes.New());
        (MemberId, Name, Panel, IssuedBy, IssuedAt) = (memberId, name, panel, issuedBy, now);
    }

    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public Guid MemberId { get; private set; }

    /// <summary>First name and initial.</summary>
    public string Name { get; private set; } = "";

    public string Panel { get; private set; } = "";
    public Guid IssuedBy { get; private set; }
    public DateTimeOffset IssuedAt { get; private set; }
}
