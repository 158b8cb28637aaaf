using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Roll;
using PB.Web.Look;

namespace PB.Web.Ballots;

static class TurnoutWords
{
    public static string People(this IStringLocalizer<Words> text, Figure figure) => figure.People switch
    {
        null => text["too few to show"],
        var people => people.Value.ToString("N0", CultureInfo.CurrentCulture),
    };

    public static string Heading(this IStringLocalizer<Words> text, string kind) => kind switch
    {
        "channel" => text["How they voted"],
        "area" => text["Where they live"],
        "hour" => text["When they voted last"],
        _ => kind,
    };

    public static string Named(this IStringLocalizer<Words> text, Figure figure, string zone) => figure switch
    {
        { Kind: "hour" } => text["the hour from {0}", text.Written(DateTimeOffset.Parse(figure.Name, CultureInfo.InvariantCulture), zone)],
        { Kind: "area", Name: "" } => text["no area of ours"],
        { Kind: "channel", Name: "web" } => text["on this site"],
        { Kind: "channel", Name: "sms" } => text["by text message"],
        { Kind: "channel", Name: "paper" } => text["on paper"],
        { Kind: "channel", Name: "assisted" } => text["with help"],
        { Kind: "channel", Name: "imported" } => text["in another system"],
        _ => figure.Name,
    };
}
