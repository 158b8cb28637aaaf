using System.Globalization;
using PB.Data;

namespace PB.Roll;

/// <summary>Reads a register line by line: a CSV file whose heading names the columns; nothing of a line is kept longer than it takes to read it.</summary>
public static class RegisterFile
{
    static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "d MMMM yyyy", "d MMM yyyy"];

    static readonly string[] Names = ["name", "fullname"], Birthdays = ["dateofbirth", "birthdate", "birthday", "dob"],
        Codes = ["postcode", "postalcode"], Numbers = ["number", "electornumber", "registernumber", "id"];

    /// <summary>Each line: who it is, or what is wrong with it.</summary>
    public static IEnumerable<RegisterLine> Read(TextReader file)
    {
        Columns? columns = null;
        foreach (var record in CsvRecords.Read(file))
        {
            if (columns is not null)
                yield return columns.Read(record);
            else if ((columns = Columns.Of(record.Cells)) is null)
                break;
        }

        if (columns is null)
            yield return new(1, RegisterFault.NoHeading);
    }

    sealed record Columns(int Name, int Birthday, int Postcode, int Number)
    {
        public static Columns? Of(IReadOnlyList<string> heading)
        {
            var cells = heading.Select(cell => string.Concat(cell.Where(char.IsLetter)).ToLowerInvariant()).ToList();
            int Place(string[] called) => cells.FindIndex(called.Contains);
            var columns = new Columns(Place(Names), Place(Birthdays), Place(Codes), Place(Numbers));
            return columns.Name < 0 || columns.Birthday < 0 || columns.Postcode < 0 ? null : columns;
        }

        public RegisterLine Read(CsvRecord record)
        {
            if (record.IsTorn)
                return new(record.Line, RegisterFault.Quotes);
            if (record.At(Name) is not { } name || record.At(Birthday) is not { } birthday || record.At(Postcode) is not { } code)
                return new(record.Line, RegisterFault.TooFewCells);
            if (!name.Any(char.IsLetter))
                return new(record.Line, RegisterFault.NoName);
            if (!TryReadDay(birthday, out var bornOn))
                return new(record.Line, RegisterFault.NoBirthday);
            return PB.Neighbourhoods.Postcode.TryParse(code, out var postcode)
                ? new(record.Line, null) { Who = new(name, bornOn, postcode, record.At(Number)) }
                : new(record.Line, RegisterFault.NoPostcode);
        }
    }

    /// <summary>A birthday as registers and people write it: 1990-03-27, 27/3/1990, 27 March 1990.</summary>
    public static bool TryReadDay(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year >= 1900;
}

/// <summary>A line of a register: somebody, or what is wrong.</summary>
public sealed record RegisterLine(int Line, RegisterFault? Fault)
{
    public Identity? Who { get; init; }
}
