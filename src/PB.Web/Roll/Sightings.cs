using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Web.Roll;

/// <summary>Writes down from which part of the network something came, coarsely, for the queue of oddities: never who, nor what.</summary>
/// <remarks>In a statement of its own after the act, so that no two voters wait for each other.</remarks>
static class Sightings
{
    // The one that keeps the order of the projects: no other is set for this.
    const string Cookie = "pb-order";

    public static Task NoteBallotAsync(this PbContext db, HttpContext http, Guid round) => NoteAsync(db, http, "ballot", round);

    public static Task NoteAccountAsync(this PbContext db, HttpContext http) => NoteAsync(db, http, "account", null);

    static async Task NoteAsync(PbContext db, HttpContext http, string kind, Guid? round)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return;
        var device = http.Request.Cookies.TryGetValue(Cookie, out var known) ? SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(known)) : null;
        await db.Database.ExecuteSqlAsync($"select register.note_sighting({kind}, {round}, {(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}, {device})");
    }
}
