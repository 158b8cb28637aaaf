using System.Globalization;
using System.Net.Mail;
using PB.Tally;

namespace PB.Web.Proposals;

/// <summary>What was typed, without what nobody sees: spaces around it, control characters.</summary>
static class Typed
{
    public static string Line(string? typed) =>
        string.Join(' ', Visible((typed ?? "").ReplaceLineEndings(" ")).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static string Lines(string? typed) => Visible((typed ?? "").ReplaceLineEndings("\n")).Trim();

    /// <summary>A sum as it goes into a box: figures only.</summary>
    public static string Sum(Money sum, string currency)
    {
        var (digits, parts) = (Currency.Of(currency).Digits, Currency.Of(currency).MinorPerMajor);
        return sum.MinorUnits % parts == 0
            ? (sum.MinorUnits / parts).ToString(CultureInfo.InvariantCulture)
            : ((decimal)sum.MinorUnits / parts).ToString($"F{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether it is an e-mail address and nothing else.</summary>
    public static bool IsAddress(string typed) =>
        MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal);

    static string Visible(string typed) => string.Concat(typed.Where(letter => letter is '\n' || !char.IsControl(letter)));
}
