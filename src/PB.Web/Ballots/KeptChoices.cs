using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PB.Ballots;

namespace PB.Web.Ballots;

/// <summary>Choices on their way through check, sign-in and address: sealed, because addresses of pages are logged and kept, and ballots must not be.</summary>
public sealed class KeptChoices(IDataProtectionProvider protection)
{
    // More than any ballot has; an address has to fit into a request line.
    const int Most = 300;

    public string Seal(Guid round, IEnumerable<int> numbers) => SealOf(round).Protect(BallotContent.Write(numbers.Take(Most)));

    /// <summary>The choices; none when the seal is not ours, or of another round.</summary>
    public IReadOnlyList<int> Open(Guid round, string? kept)
    {
        try
        {
            return kept is { Length: > 0 } ? BallotContent.Read(SealOf(round).Unprotect(kept)) : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    IDataProtector SealOf(Guid round) => protection.CreateProtector("PB.Ballots.KeptChoices", round.ToString());
}
