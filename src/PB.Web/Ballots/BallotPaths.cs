using Microsoft.AspNetCore.WebUtilities;

namespace PB.Web.Ballots;

static class BallotPaths
{
    /// <summary>Where a receipt code is checked.</summary>
    public const string Receipts = "/check";

    public static string Round(string slug) => $"/rounds/{slug}";

    public static string Ballot(string slug) => $"/rounds/{slug}/ballot";

    public static string Change(string slug, string? kept = null) => With($"/rounds/{slug}/ballot/edit", "kept", kept);

    public static string Check(string slug, string? kept = null) => With($"/rounds/{slug}/ballot/check", "kept", kept);

    public static string Receipt(string slug) => $"/rounds/{slug}/ballot/receipt";

    public static string Paper(string slug) => $"/rounds/{slug}/ballot-paper";

    public static string Followers(string slug) => $"/rounds/{slug}/followers";

    public static string Result(string slug) => $"/rounds/{slug}/result";

    public static string Proposals(string slug) => $"/rounds/{slug}/proposals";

    public static string Proposal(string slug, int number) => $"/rounds/{slug}/proposals/{number}";

    public static string Address(string then) => With("/me/address", "then", then);

    static string With(string path, string name, string? value) => value is null ? path : QueryHelpers.AddQueryString(path, name, value);
}
