using Microsoft.AspNetCore.Identity;
using PB.People;

namespace PB.Web.People;

/// <summary>What the app would show, for visitors of the demonstration, who have no app.</summary>
public sealed class DemonstrationCode(Demonstration.Demonstration demonstration, UserManager<Person> people, TimeProvider clock)
{
    /// <returns>The person's code of this moment; null outside the demonstration.</returns>
    public async Task<string?> OfAsync(Person person) =>
        demonstration.IsOn && await people.GetAuthenticatorKeyAsync(person) is { Length: > 0 } key ? AuthenticatorCode.At(key, clock.GetUtcNow()) : null;
}
