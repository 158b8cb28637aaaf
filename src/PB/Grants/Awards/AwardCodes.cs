using System.Security.Cryptography;

namespace PB.Grants.Awards;

/// <summary>Short codes that say nothing and that nobody can guess.</summary>
public static class AwardCodes
{
    // Without letters and figures that look alike.
    const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => RandomNumberGenerator.GetString(Letters, 8);
}
