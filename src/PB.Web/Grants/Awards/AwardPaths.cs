using System.Globalization;

namespace PB.Web.Grants.Awards;

static class AwardPaths
{
    public static string Awards(string fund) => $"/funds/{fund}/awards";

    public static string Award(string fund, string reference) => $"/funds/{fund}/awards/{reference}";

    public static string Offer(string fund, string reference) => $"/funds/{fund}/applications/{reference}/offer";

    public static string Feedback(string fund, string reference) => $"/funds/{fund}/applications/{reference}/feedback";

    public static string Appeal(string fund, string reference) => $"/funds/{fund}/applications/{reference}/appeal";

    public static string Account(string fund, string reference) => $"{Award(fund, reference)}/account";

    public static string Report(string fund, string reference) => $"{Award(fund, reference)}/report";

    public static string Handover(string fund, string reference) => $"{Award(fund, reference)}/handover";

    public static string Assets(string fund, string reference) => $"{Award(fund, reference)}/things";

    public static string Ending(string fund, string reference) => $"{Award(fund, reference)}/ending";

    public static string Instalment(string fund, string reference, int number) => string.Create(CultureInfo.InvariantCulture, $"{Award(fund, reference)}/instalments/{number}");

    public static string Condition(string fund, string reference, int number) => string.Create(CultureInfo.InvariantCulture, $"{Award(fund, reference)}/conditions/{number}");

    public static string MoneyBack(string fund, string reference, Guid id) => $"{Award(fund, reference)}/money-back/{id}";

    public static string Batches(string fund) => $"/funds/{fund}/payments";

    public static string OpenData(string fund) => $"/funds/{fund}/open-data";
}
