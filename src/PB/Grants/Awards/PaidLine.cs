using System.Globalization;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>One payment in a file for the bank.</summary>
public sealed record BatchLine(string Reference, BankDetails To, Money Amount);

/// <summary>One payment in the bank's answer.</summary>
/// <param name="Number">The line of the file, for whoever has to mend it.</param>
/// <param name="PaidOn">Null where it failed.</param>
public sealed record PaidLine(int Number, string Reference, Money Amount, DateOnly? PaidOn)
{
    public string BankReference { get; init; } = "";
    public string FailReason { get; init; } = "";
}

/// <summary>What a payment is called on bank statements.</summary>
public static class PaymentReference
{
    public static string Of(string award, int instalment) => string.Create(CultureInfo.InvariantCulture, $"{award}-P{instalment}");
}

/// <summary>Why a line of the bank's answer is not taken in.</summary>
public enum PaidRefusal
{
    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>No payment of this fund has this reference.</summary>
    Unknown,
    NotSent,
    OtherSum,
    PaidAlready,
}
