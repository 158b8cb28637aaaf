using Microsoft.AspNetCore.Identity;
using PB.People;

namespace PB.Web.People;

/// <summary>What the app would show, for visitors of the demonstration, who have no app.</summary>
sealed class DemonstrationCode(Demonstration.Demonstration demonstration, SignInManager<Person> session, TimeProvider clock)
{
    /// <returns>The code of this moment of whoever is signing in; null outside the demonstration.</returns>
    public async Task<string?> NowAsync()
    {
        if (!demonstration.IsOn || await session.GetTwoFactorAuthenticationUserAsync() is not { } person)
            return null;
        return await session.UserManager.GetAuthenticatorKeyAsync(person) is { Length: > 0 } key ? AuthenticatorCode.At(key, clock.GetUtcNow()) : null;
    }
}
