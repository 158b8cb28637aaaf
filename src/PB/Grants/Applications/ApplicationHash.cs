using System.Security.Cryptography;
using System.Text.Json;

namespace PB.Grants.Applications;

/// <summary>What an adult signs: one number for all that the team wrote, which another word changes.</summary>
public static class ApplicationHash
{
    /// <returns>SHA-256 of the words, the group, the amounts and the lines of the budget, as JSON in this order.</returns>
    public static byte[] Of(Application application) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        application.Version,
        application.Title,
        application.Summary,
        application.Answers,
        application.Group,
        application.Amounts,
        Lines = application.Lines.OrderBy(line => line.Number).Select(line => new { line.Number, line.Category, line.Description, line.Quantity, line.UnitPrice, line.Capital }),
    }));
}
