namespace PB.Data;

/// <summary>A key with which cookies and forms are sealed; in the database, so that two web processes understand each other's.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; private set; }
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}
