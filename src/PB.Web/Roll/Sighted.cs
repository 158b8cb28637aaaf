using System.Security.Cryptography;
using System.Text;
using PB.Roll;

namespace PB.Web.Roll;

/// <summary>Where a request came from.</summary>
static class Sighted
{
    // The one that keeps the order of the projects: no other is set for this.
    const string Cookie = "pb-order";

    public static void NoteBallot(this Sightings sightings, HttpContext http, Guid round) => sightings.Note("ballot", http, round);

    public static void NoteAccount(this Sightings sightings, HttpContext http) => sightings.Note("account", http, null);

    static void Note(this Sightings sightings, string kind, HttpContext http, Guid? round)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return;
        var device = http.Request.Cookies.TryGetValue(Cookie, out var known) ? SHA256.HashData(Encoding.UTF8.GetBytes(known)) : null;
        sightings.Note(new(kind, round, address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, device));
    }
}
