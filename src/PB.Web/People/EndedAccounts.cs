using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace PB.Web.People;

/// <summary>Accounts that were deleted here a moment ago: their sessions on all devices end with the next request, and not only when stamps are looked at again.</summary>
public sealed class EndedAccounts(TimeProvider clock)
{
    // Longer than the interval at which stamps are looked at; other web processes wait for that.
    static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    readonly ConcurrentDictionary<Guid, DateTimeOffset> ended = new();

    public void Note(Guid person)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in ended.Where(line => line.Value + Life < now))
            ended.TryRemove(old, out _);
        ended[person] = now;
    }

    public async Task ValidateAsync(CookieValidatePrincipalContext validating)
    {
        if (validating.Principal?.Id() is { } person && ended.ContainsKey(person))
        {
            validating.RejectPrincipal();
            await validating.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(validating);
    }
}
