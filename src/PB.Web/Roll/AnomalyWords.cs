using Microsoft.Extensions.Localization;
using PB.Roll;
using PB.Web.Look;

namespace PB.Web.Roll;

static class AnomalyWords
{
    public static string What(this IStringLocalizer<Words> text, Anomaly odd) => odd.Kind switch
    {
        AnomalyKind.BurstFromAddress => text["{0} ballots came from one part of the network within an hour: {1}", odd.Count, odd.Key],
        AnomalyKind.BurstFromDevice => text["{0} ballots came from one device within an hour: {1}", odd.Count, odd.Key],
        AnomalyKind.AccountsFromAddress => text["{0} accounts were asked for from one part of the network in a day: {1}", odd.Count, odd.Key],
        AnomalyKind.ImpossiblePostcode => odd.Count == 1
            ? text["1 person voted with a postcode that cannot exist: {0}", odd.Key]
            : text["{0} people voted with a postcode that cannot exist: {1}", odd.Count, odd.Key],
        AnomalyKind.CrowdedPostcode => text["{0} people voted with one postcode: {1}. Few postcodes have so many voters.", odd.Count, odd.Key],
    };

    /// <summary>What may be behind it, so that nobody jumps to a conclusion.</summary>
    public static string Harmless(this IStringLocalizer<Words> text, AnomalyKind kind) => kind switch
    {
        AnomalyKind.BurstFromAddress or AnomalyKind.BurstFromDevice => text["It may be a library, a school or a stall where people vote one after the other."],
        AnomalyKind.AccountsFromAddress => text["It may be a school, an office or a mobile network that many people share."],
        AnomalyKind.ImpossiblePostcode => text["It may be a slip of the finger."],
        AnomalyKind.CrowdedPostcode => text["It may be a tower block or a hall of residence."],
    };

    public static string Said(this IStringLocalizer<Words> text, AnomalyDecision decision) => decision switch
    {
        AnomalyDecision.NothingWrong => text["Nothing is wrong"],
        AnomalyDecision.Wrong => text["Something is wrong"],
    };
}
