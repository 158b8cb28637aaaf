using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Web.Look;

namespace PB.Web.Grants;

/// <summary>What every controller of the room needs.</summary>
public sealed class GrantTools(PbContext db, IAuthorizationService doors, TimeProvider clock, IStringLocalizer<Words> text)
{
    public PbContext Db => db;

    public IStringLocalizer<Words> Text => text;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    internal async Task<bool> MayAsync(ClaimsPrincipal user, object record, GrantDoor door) => (await doors.AuthorizeAsync(user, record, door)).Succeeded;
}
