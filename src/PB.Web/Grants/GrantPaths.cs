namespace PB.Web.Grants;

static class GrantPaths
{
    public const string Funds = "/funds";

    public static string Fund(string fund) => $"/funds/{fund}";

    public static string FundSetup(string fund) => $"/funds/{fund}/setup";

    public static string FundPeople(string fund) => $"/funds/{fund}/people";

    public static string AdultChecks(string fund) => $"/funds/{fund}/adult-checks";

    public static string Pots(string fund) => $"/funds/{fund}/pots";

    public static string Ledger(string fund, Guid pot) => $"/funds/{fund}/pots/{pot}/entries";

    public static string Panel(string fund, string panel) => $"/funds/{fund}/panels/{panel}";

    public static string Members(string fund, string panel) => $"/funds/{fund}/panels/{panel}/members";

    public static string Removals(string fund, string panel) => $"/funds/{fund}/panels/{panel}/removals";

    public static string MyPlace(string fund, string panel) => $"/funds/{fund}/panels/{panel}/my-place";

    public static string Call(string fund, string call) => $"/funds/{fund}/calls/{call}";

    public static string CallSetup(string fund, string call) => $"/funds/{fund}/calls/{call}/setup";

    public static string CallText(string fund, string call) => $"/funds/{fund}/calls/{call}/text";

    public static string Organisations(string fund, string call) => $"/funds/{fund}/calls/{call}/organisations";

    public static string Criteria(string fund, string call) => $"/funds/{fund}/calls/{call}/criteria";

    public static string Opening(string fund, string call) => $"/funds/{fund}/calls/{call}/opening";

    public static string Apply(string fund, string call) => $"/funds/{fund}/calls/{call}/applications/new";

    public static string Checks(string fund, string call) => $"/funds/{fund}/calls/{call}/checks";

    public static string Check(string fund, string call, string reference) => $"/funds/{fund}/calls/{call}/checks/{reference}";

    public static string Reading(string fund, string call) => $"/funds/{fund}/calls/{call}/reading";

    public static string Reading(string fund, string call, string reference) => $"/funds/{fund}/calls/{call}/reading/{reference}";

    public static string Pack(string fund, string call) => $"/funds/{fund}/calls/{call}/pack";

    public static string PublicVote(string fund, string call) => $"/funds/{fund}/calls/{call}/public-vote";

    public static string Practices(string fund, string panel) => $"/funds/{fund}/panels/{panel}/practices";

    public static string Questions(string fund, string call) => $"/funds/{fund}/calls/{call}/questions";

    public static string Interests(string fund, string call) => $"/funds/{fund}/calls/{call}/interests";

    public static string Interest(string fund, string call, string reference) => $"/funds/{fund}/calls/{call}/reading/{reference}/interest";

    public static string Visits(string fund, string reference) => $"/funds/{fund}/applications/{reference}/visits";

    public static string Application(Guid id) => $"/applications/{id}";

    public static string Cosigning(Guid id, int version) => $"/applications/{id}/signing/{version}";
}
