using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>How long somebody stays signed in, and the cookies that say so.</summary>
static class Sessions
{
    public static void AddSessions(this WebApplicationBuilder builder)
    {
        var idle = builder.Configuration.GetSection("Sessions").Get<IdleTimes>() ?? new IdleTimes();
        builder.Services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "then";
            options.ExpireTimeSpan = TimeSpan.FromMinutes(idle.ResidentMinutes);
            options.SlidingExpiration = true;
            options.Events.OnRedirectToAccessDenied = TurnAway;
            options.Events.OnValidatePrincipal = validating => validating.HttpContext.RequestServices.GetRequiredService<EndedAccounts>().ValidateAsync(validating);
            options.Events.OnSigningIn = signingIn =>
            {
                if (signingIn.Principal is { } person && person.IsStaff())
                    signingIn.Properties.ExpiresUtc = signingIn.Properties.IssuedUtc?.AddMinutes(idle.StaffMinutes);
                return Task.CompletedTask;
            };
        });
        builder.Services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.OnRefreshingPrincipal = KeepHowTheySignedIn;
        });
        builder.NameCookies();
    }

    // The refreshed principal is made from the database, which does not know whether the second factor was shown.
    static Task KeepHowTheySignedIn(SecurityStampRefreshingPrincipalContext refreshing)
    {
        var kept = refreshing.CurrentPrincipal?.FindAll("amr").Select(claim => claim.Clone()) ?? [];
        if (refreshing.NewPrincipal?.Identities.FirstOrDefault() is { } identity && !identity.HasClaim(claim => claim.Type == "amr"))
            identity.AddClaims(kept);
        return Task.CompletedTask;
    }

    /// <summary>Leads staff who have not shown a second factor to where they set it up; everybody else may not do that.</summary>
    static Task TurnAway(RedirectContext<CookieAuthenticationOptions> denied)
    {
        var http = denied.HttpContext;
        if (PeoplePolicies.OwesSecondFactor(http.User) && HttpMethods.IsGet(http.Request.Method))
            http.Response.Redirect("/second-factor/new" + QueryString.Create("then", http.Request.Path + http.Request.QueryString));
        else
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    static void NameCookies(this WebApplicationBuilder builder)
    {
        // A browser keeps __Host- cookies only over https; on http://localhost the plain names must do.
        var site = builder.Configuration.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions();
        var secure = site.BaseUrl.Scheme == Uri.UriSchemeHttps;
        void Bake(CookieBuilder cookie, string name, SameSiteMode sameSite)
        {
            cookie.Name = secure ? $"__Host-{name}" : name;
            cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            (cookie.Path, cookie.HttpOnly, cookie.SameSite) = ("/", true, sameSite);
        }

        builder.Services.ConfigureApplicationCookie(options => Bake(options.Cookie, "pb-session", SameSiteMode.Lax));
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options => Bake(options.Cookie, "pb-second-factor", SameSiteMode.Lax));
        builder.Services.Configure<AntiforgeryOptions>(options => Bake(options.Cookie, "pb-form", SameSiteMode.Strict));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => Bake(options.Cookie, "pb-notice", SameSiteMode.Lax));
    }

    /// <summary>The section "Sessions" of the settings: after how many minutes without a click people are signed out.</summary>
    sealed class IdleTimes
    {
        public int StaffMinutes { get; set; } = 15;
        public int ResidentMinutes { get; set; } = 60;
    }
}
