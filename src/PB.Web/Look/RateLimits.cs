using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;

namespace PB.Web.Look;

/// <summary>How often one address may knock at the doors that can be guessed at. Casting a ballot is not among them: schools and libraries share an address.</summary>
static class RateLimits
{
    public const string Receipts = "receipts", SignIns = "sign-ins", Accounts = "accounts", Codes = "codes";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var shared = Networks(builder.Configuration, "SharedNetworks");
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = SayWhen;
            limits.AddPolicy(Receipts, http => Limit(http, [], 30, TimeSpan.FromMinutes(1)));
            limits.AddPolicy(SignIns, http => Limit(http, shared, 10, TimeSpan.FromMinutes(1)));
            limits.AddPolicy(Codes, http => Limit(http, shared, 20, TimeSpan.FromMinutes(1)));
            limits.AddPolicy(Accounts, http => Limit(http, shared, 10, TimeSpan.FromHours(1)));
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in Networks(builder.Configuration, "Proxies"))
                options.KnownIPNetworks.Add(proxy);
        });
    }

    /// <summary>Believes who a request is from only where it comes through a proxy that the settings name.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (Networks(app.Configuration, "Proxies").Count > 0)
            app.UseForwardedHeaders();
    }

    static List<System.Net.IPNetwork> Networks(IConfiguration settings, string name) =>
        [.. (settings.GetSection($"Network:{name}").Get<string[]>() ?? []).Select(text => System.Net.IPNetwork.Parse(text.Contains('/', StringComparison.Ordinal) ? text : $"{text}/{(text.Contains(':', StringComparison.Ordinal) ? 128 : 32)}"))];

    static RateLimitPartition<string> Limit(HttpContext http, List<System.Net.IPNetwork> free, int times, TimeSpan window)
    {
        // This machine itself is not limited: that is its operator, or a proxy that nobody told us of, behind which everybody is.
        if (http.Connection.RemoteIpAddress is not { } remote || !HttpMethods.IsPost(http.Request.Method))
            return RateLimitPartition.GetNoLimiter("");
        var address = remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
        return IPAddress.IsLoopback(address) || free.Exists(network => network.Contains(address))
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(KeyOf(address), _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = window, QueueLimit = 0 });
    }

    // A household or an attacker has a whole /56 of the newer addresses.
    static string KeyOf(IPAddress address) => address.AddressFamily is AddressFamily.InterNetworkV6
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 7))
        : address.ToString();

    static ValueTask SayWhen(OnRejectedContext refused, CancellationToken cancel)
    {
        if (refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            refused.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
