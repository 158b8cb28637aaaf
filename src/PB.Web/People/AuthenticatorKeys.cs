using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PB.People;
using PB.Web.Look;
using QRCoder;

namespace PB.Web.People;

/// <summary>Hands out keys for authenticator apps. A key is kept only when a code made with it comes back.</summary>
public sealed class AuthenticatorKeys(IDataProtectionProvider protection, UserManager<Person> people, IUserStore<Person> store, IOptions<SiteOptions> site)
{
    public string NewSealed(Person person) => Seal(person).Protect(people.GenerateNewAuthenticatorKey());

    /// <returns>The key; null when it was not sealed for this person.</returns>
    public string? Open(string? sealedKey, Person person)
    {
        try
        {
            return sealedKey is null ? null : Seal(person).Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps the key, and makes recovery codes in place of all older ones.</summary>
    public async Task<IReadOnlyList<string>> KeepAsync(Person person, string key)
    {
        await ((IUserAuthenticatorKeyStore<Person>)store).SetAuthenticatorKeyAsync(person, key, CancellationToken.None);
        await people.SetTwoFactorEnabledAsync(person, enabled: true);
        return [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 8) ?? []];
    }

    /// <summary>A picture of the key for the app's camera, as a data: address.</summary>
    public string Picture(Person person, string key)
    {
        var issuer = Uri.EscapeDataString($"{site.Value.Name} {site.Value.Council}");
        using var squares = QRCodeGenerator.GenerateQrCode(
            $"otpauth://totp/{issuer}:{Uri.EscapeDataString(person.Email!)}?secret={key}&issuer={issuer}", QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(squares);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(4))}";
    }

    IDataProtector Seal(Person person) => protection.CreateProtector("PB.People.AuthenticatorKeys", person.Id.ToString());
}
