using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using PB.People;

namespace PB.Web.People;

/// <summary>The keys in links that are mailed to people: for one purpose, for a time, and used up with the security stamp.</summary>
public sealed class MailedLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    public string KeyFor(Person person, LinkPurpose purpose)
    {
        var until = clock.GetUtcNow() + LifeOf(purpose);
        return Seal(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{person.Id} {until.UtcTicks} {person.SecurityStamp}"));
    }

    /// <returns>Whose link it is; null when it is forged, too old or used.</returns>
    public async Task<Person?> ReadAsync(string? key, LinkPurpose purpose, UserManager<Person> people)
    {
        if (Unseal(key, purpose) is not [var id, var until, var stamp])
            return null;
        if (long.Parse(until, CultureInfo.InvariantCulture) <= clock.GetUtcNow().UtcTicks)
            return null;
        return await people.FindByIdAsync(id) is { } person && person.SecurityStamp == stamp ? person : null;
    }

    string[]? Unseal(string? key, LinkPurpose purpose)
    {
        try
        {
            return key is null ? null : Seal(purpose).Unprotect(key).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    IDataProtector Seal(LinkPurpose purpose) => protection.CreateProtector("PB.People.MailedLinks", purpose.ToString());

    static TimeSpan LifeOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirmation => TimeSpan.FromHours(24),
        LinkPurpose.Password => TimeSpan.FromHours(1),
    };
}

/// <summary>What a mailed link is for.</summary>
public enum LinkPurpose
{
    Confirmation,
    Password,
}
