using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace PB.Web.Look;

/// <summary>Finds a view beside its controller: PB.Web.Rounds.PotController looks in Rounds/Pot, Rounds, then Look.</summary>
public sealed class RoomViews : IViewLocationExpander
{
    public void PopulateValues(ViewLocationExpanderContext context) => context.Values["room"] = RoomOf(context);

    public IEnumerable<string> ExpandViewLocations(
        ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values["room"] is { } room) return [$"/{room}/{{1}}/{{0}}.cshtml", $"/{room}/{{0}}.cshtml", "/Look/{0}.cshtml"];
        return ["/Look/{0}.cshtml"];
    }

    static string? RoomOf(ViewLocationExpanderContext context)
    {
        var type = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo;
        // PB.Web.Rounds.Setup is the folder Rounds/Setup.
        return type?.Namespace?.Split('.').Skip(2) is { } folders ? string.Join('/', folders) : null;
    }
}
