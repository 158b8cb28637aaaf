using System.Collections.Frozen;

namespace PB.Sms;

/// <summary>Numbers that are written out, and places in an order.</summary>
static class NumberWords
{
    static readonly FrozenDictionary<string, int> Words = Table(
        ["ONE", "UN"], ["TWO", "DAU", "DWY"], ["THREE", "TAIR", "TRI"], ["FOUR", "PEDWAR", "PEDAIR"], ["FIVE", "PUMP"], ["SIX", "CHWECH", "CHWE"], ["SEVEN", "SAITH"],
        ["EIGHT", "WYTH"], ["NINE", "NAW"], ["TEN", "DEG"], ["ELEVEN"], ["TWELVE"], ["THIRTEEN"], ["FOURTEEN"], ["FIFTEEN"], ["SIXTEEN"], ["SEVENTEEN"], ["EIGHTEEN"],
        ["NINETEEN"], ["TWENTY"]);

    static readonly FrozenDictionary<string, int> Places = Table(
        ["1ST", "FIRST", "CYNTAF"], ["2ND", "SECOND", "AIL"], ["3RD", "THIRD", "TRYDYDD"], ["4TH", "FOURTH"], ["5TH", "FIFTH"], ["6TH", "SIXTH"], ["7TH", "SEVENTH"],
        ["8TH", "EIGHTH"], ["9TH", "NINTH"], ["10TH", "TENTH"]);

    static readonly FrozenSet<string> Tens =
        new[] { "THIRTY", "FORTY", "FIFTY", "SIXTY", "SEVENTY", "EIGHTY", "NINETY", "HUNDRED", "THOUSAND", "UGAIN" }.ToFrozenSet(StringComparer.Ordinal);

    public static int? Value(string word) => Words.TryGetValue(word, out var value) ? value : null;

    public static int? Place(string word) => Places.TryGetValue(word, out var place) ? place : null;

    /// <summary>Whether a word, with the one after it, makes a number of two words, or one above twenty.</summary>
    public static bool IsCompound(string word, string? next) => Tens.Contains(word) || word == "TWENTY" && next is not null && Value(next) is < 10;

    static FrozenDictionary<string, int> Table(params string[][] rows) =>
        rows.SelectMany((row, index) => row.Select(word => KeyValuePair.Create(word, index + 1))).ToFrozenDictionary(StringComparer.Ordinal);
}
