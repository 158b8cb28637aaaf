namespace PB.Data;

/// <summary>The one place where identifiers are made: UUID version 7, in order of creation.</summary>
public static class Ids
{
#pragma warning disable RS0030 // This is the place that the ban points to.
    public static Guid New(DateTimeOffset now) => Guid.CreateVersion7(now);
#pragma warning restore RS0030
}
