using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Writes grants as open data, by version 1.4 of the 360Giving standard.</summary>
public static class GivingFile
{
    /// <summary>The standard wants titles shorter than 140 characters.</summary>
    const int LongestTitle = 139;

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <returns>Null where there is no grant: the standard knows no empty file.</returns>
    public static byte[]? Write(OpenFunder funder, IReadOnlyCollection<OpenGrant> grants, DateTimeOffset now)
    {
        if (grants.Count == 0)
            return null;
        var file = new JsonObject
        {
            ["version"] = "1.4",
            ["title"] = $"{funder.Name}: grants decided by young people",
            ["issued"] = Day(DateOnly.FromDateTime(now.UtcDateTime)),
            ["modified"] = Moment(grants.Max(grant => grant.ChangedAt)),
            ["identifier"] = funder.Prefix,
            ["license"] = "https://creativecommons.org/licenses/by/4.0/",
            ["publisher"] = new JsonObject { ["name"] = funder.Name, ["identifier"] = funder.Id },
            ["accessURL"] = funder.Address.AbsoluteUri,
            ["grants"] = List(grants.OrderBy(grant => grant.Ref, StringComparer.Ordinal), grant => Grant(funder, grant)),
        };
        return JsonSerializer.SerializeToUtf8Bytes(file, Indented);
    }

    static JsonObject Grant(OpenFunder funder, OpenGrant grant)
    {
        var entry = new JsonObject
        {
            ["id"] = $"{funder.Prefix}-{grant.Ref}",
            ["title"] = grant.Title.Length > LongestTitle ? grant.Title[..LongestTitle] : grant.Title,
            ["description"] = grant.Description,
            ["currency"] = "GBP",
            ["amountAppliedFor"] = Pounds(grant.Applied),
            ["amountAwarded"] = Pounds(grant.Awarded),
            ["amountDisbursed"] = Pounds(Disbursed(grant)),
            ["awardDate"] = Day(grant.DecidedOn),
            ["url"] = $"{funder.Address.AbsoluteUri}/{grant.Ref}",
            ["fundingOrganization"] = new JsonArray(new JsonObject { ["id"] = funder.Id, ["name"] = funder.Name }),
            ["grantProgramme"] = new JsonArray(new JsonObject { ["code"] = grant.Programme.Code, ["title"] = grant.Programme.Title }),
            ["fromOpenCall"] = "Yes",
            ["dateModified"] = Moment(grant.ChangedAt),
        };
        AddRecipient(entry, funder, grant);
        AddLists(entry, funder, grant);
        return entry;
    }

    static void AddRecipient(JsonObject entry, OpenFunder funder, OpenGrant grant)
    {
        if (grant.Organisation is { } organisation)
            entry["recipientOrganization"] = new JsonArray(new JsonObject { ["id"] = organisation.Id, ["name"] = organisation.Name });
        else
            entry["recipientIndividual"] = new JsonObject { ["id"] = $"{funder.Prefix}-IND-{grant.RecipientCode}", ["name"] = "Individual Recipient" };
    }

    static void AddLists(JsonObject entry, OpenFunder funder, OpenGrant grant)
    {
        if (grant.Areas.Count > 0)
            entry["beneficiaryLocation"] = List(grant.Areas, area => new JsonObject { ["name"] = area, ["countryCode"] = "GB" });
        if (grant.Themes.Count > 0)
            entry["classifications"] = List(grant.Themes, theme => new JsonObject { ["vocabulary"] = "Themes of the fund", ["title"] = theme });
        if (grant.Payments.Count > 0)
            entry["disbursementTransaction"] = List(grant.Payments, payment => new JsonObject
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"{funder.Prefix}-{grant.Ref}-P{payment.Number}"),
                ["transactionDate"] = Day(payment.On),
                ["currency"] = "GBP",
                ["value"] = Pounds(payment.Sum),
            });
    }

    static Money Disbursed(OpenGrant grant) => grant.Payments.Aggregate(Money.Zero, (sum, payment) => sum + payment.Sum) - grant.Returned;

    static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    static JsonValue Pounds(Money sum) => JsonValue.Create(sum.MinorUnits / 100m);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
