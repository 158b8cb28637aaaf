using Microsoft.Extensions.Options;
using PB.Web.Look;

namespace PB.Web.Demonstration;

/// <summary>Whether this site is only for trying out.</summary>
public sealed class Demonstration(IOptions<SiteOptions> site)
{
    public bool IsOn => site.Value.Demonstration;
}
