namespace PB.Web.Grants.Care;

static class CarePaths
{
    public static string NewWorry(string fund) => $"/funds/{fund}/worries/new";

    public static string Worries(string fund) => $"/funds/{fund}/worries";

    public static string Worry(string fund, Guid id) => $"/funds/{fund}/worries/{id}";

    public static string Threads(string fund) => $"/funds/{fund}/threads";

    public static string Thread(string fund, Guid id) => $"/funds/{fund}/threads/{id}";

    public static string Moderation(string fund) => $"/funds/{fund}/moderation";

    public static string Photos(string fund, string reference) => $"/funds/{fund}/awards/{reference}/photos";

    public static string Photo(string fund, string reference, Guid id) => $"/funds/{fund}/awards/{reference}/photos/{id}";

    public static string Certificates(string fund) => $"/funds/{fund}/certificates";

    public static string Certificate(string code) => $"/certificates/{code}";
}
