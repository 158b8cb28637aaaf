using System.Globalization;
using CsvHelper;
using PB.Tally;

namespace PB.Grants.Awards;

/// <summary>Reads the bank's answer: a table with the columns reference, amount, paid_on, bank_reference and failed_because.</summary>
public static class PaidFile
{
    static readonly string[] Needed = ["reference", "amount", "paid_on"];

    /// <returns>Each line, or its number where it cannot be read; null where a column is missing.</returns>
    public static IReadOnlyList<(int Number, PaidLine? Line)>? Read(TextReader file)
    {
        using var reader = CsvReader.Create(file, new CsvReaderOptions { TrackLineNumbers = true, TrimWhitespace = true, AllowLineBreaksInQuotes = false });
        reader.ReadHeader();
        if (Needed.Any(name => !reader.TryGetFieldIndex(name, out _)))
            return null;
        var lines = new List<(int, PaidLine?)>();
        while (reader.Read())
            lines.Add(((int)reader.LineNumber, LineOf(reader)));
        return lines;
    }

    static PaidLine? LineOf(CsvReader reader)
    {
        var (failed, when) = (At(reader, "failed_because"), At(reader, "paid_on"));
        var isDay = DateOnly.TryParseExact(when, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!Currency.Of("GBP").TryParse(At(reader, "amount"), out var amount) || failed.Length == 0 && !isDay)
            return null;
        return new PaidLine((int)reader.LineNumber, At(reader, "reference"), amount, isDay ? day : null) { BankReference = At(reader, "bank_reference"), FailReason = failed };
    }

    static string At(CsvReader reader, string column) => reader.TryGetFieldIndex(column, out var index) && index < reader.FieldCount ? reader.GetString(index) : "";
}
