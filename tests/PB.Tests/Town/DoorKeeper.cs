using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PB.People;

namespace PB.Tests.Town;

/// <summary>Lets a test sign somebody in at once, staff with their second factor. The sign-in pages have tests of their own.</summary>
public sealed class DoorKeeper : IStartupFilter
{
    public const string Path = "/test-sign-in";

    /// <summary>Says from which address a request comes: the test server has none.</summary>
    public const string From = "X-Test-From";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, rest) =>
        {
            if (http.Request.Headers[From].FirstOrDefault() is { } address)
                http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
            return rest();
        });
        // Not Map: that would make its path the base of the cookie.
        app.MapWhen(http => http.Request.Path == Path, door => door.Run(async http =>
        {
            var people = http.RequestServices.GetRequiredService<UserManager<Person>>();
            var person = await people.FindByEmailAsync(http.Request.Query["email"]!) ?? throw new InvalidOperationException("Nobody has this address.");
            var how = await people.GetTwoFactorEnabledAsync(person) ? "mfa" : "pwd";
            await http.RequestServices.GetRequiredService<SignInManager<Person>>().SignInWithClaimsAsync(person, isPersistent: false, [new("amr", how)]);
            // Without it a browser asks for an icon, and the page that says there is none would bring a form's cookie of its own.
            http.Response.ContentType = "text/html";
            await http.Response.WriteAsync("<!DOCTYPE html><title>Signed in</title><link rel=\"icon\" href=\"data:,\">");
        }));
        next(app);
    };
}
