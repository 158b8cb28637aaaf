using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Data;
using PB.People;
using PB.Web.Data;

namespace PB.Tests.Faults;

/// <summary>Makes the cookies that the sign-in page would give, with the site's own keys from its database: a crowd is signed in at once.</summary>
/// <remarks>A password takes a tenth of a second to check, on purpose; the sign-in pages have tests of their own.</remarks>
sealed class Sessions : IAsyncDisposable
{
    const string Scheme = "Identity.Application";

    readonly ServiceProvider services;
    readonly TicketDataFormat tickets;

    public Sessions(NpgsqlDataSource owner)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddDbContext<PbContext>(options => PbContext.On(options, owner));
        collection.AddDataProtection().SetApplicationName("PB");
        collection.AddAntiforgery();
        collection.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, all) => options.XmlRepository = new DataProtectionKeys(all));
        services = collection.BuildServiceProvider();
        tickets = new(services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", Scheme, "v2"));
    }

    /// <param name="person">Who comes in.</param>
    /// <param name="roles">What staff are appointed to: they have shown their second factor.</param>
    public string CookieOf(Person person, params string[] roles)
    {
        var now = TimeProvider.System.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        return $"pb-session={tickets.Protect(new AuthenticationTicket(PrincipalOf(person, roles), properties, Scheme))}";
    }

    /// <summary>The cookie and the hidden field that the page with the form would give.</summary>
    public (string Cookie, string Field) FormOf(Person person)
    {
        var http = new DefaultHttpContext { RequestServices = services, User = PrincipalOf(person) };
        var tokens = services.GetRequiredService<IAntiforgery>().GetTokens(http);
        return ($"pb-form={tokens.CookieToken}", tokens.RequestToken!);
    }

    static ClaimsPrincipal PrincipalOf(Person person, params string[] roles) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, $"{person.Id}"),
            new(ClaimTypes.Name, person.UserName!),
            new(new ClaimsIdentityOptions().SecurityStampClaimType, person.SecurityStamp!),
            new("amr", roles.Length > 0 ? "mfa" : "pwd"),
            .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ], Scheme));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
