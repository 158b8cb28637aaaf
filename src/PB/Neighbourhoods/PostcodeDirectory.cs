using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using PB.Data;
using PB.Journal;

namespace PB.Neighbourhoods;

/// <summary>Reads postcodes in for all neighbourhoods at once: the national directory (ONSPD), which has positions, or a list of postcodes and neighbourhoods.</summary>
/// <remarks>Of the directory only those near a boundary of ours are kept: it has millions, and a council a few thousand.</remarks>
public sealed class PostcodeDirectory(PbContext db, TimeProvider clock)
{
    static readonly string[] Codes = ["pcds", "pcd", "pcd7", "pcd8", "postcode"], Latitudes = ["lat", "latitude"], Longitudes = ["long", "lng", "longitude"],
        Ends = ["doterm"], Places = ["neighbourhood", "area", "ward"];

    readonly List<BadPostcodeLine> bad = [];
    readonly Dictionary<string, Position> positions = [];
    readonly HashSet<(Guid Place, string Postcode)> listed = [];
    Dictionary<string, Guid> bySlug = [];
    BoundedPlaces bounded = new();
    int lines;

    /// <param name="file">A CSV file with a heading.</param>
    /// <param name="by">Who reads it in; null for the operator at the command line.</param>
    /// <param name="tryOnly">Whether to say only what would be taken in.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <exception cref="InvalidDataException">The heading has no postcode, or neither positions nor neighbourhoods beside it.</exception>
    public async Task<PostcodeReport> ImportAsync(TextReader file, Guid? by, bool tryOnly, CancellationToken cancel)
    {
        bounded = await BoundedPlaces.ReadAsync(db, cancel);
        bySlug = await db.Neighbourhoods.ToDictionaryAsync(n => n.Slug, n => n.Id, cancel);
        Read(file, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var added = bad.Count > 0 ? 0 : await KeepAsync(cancel);
        var report = new PostcodeReport(lines, added, positions.Count, bad);
        if (tryOnly || bad.Count > 0)
            return report;
        db.Journal.Add(new JournalEntry(by, "Read postcodes in", "neighbourhoods", $"{lines} lines, {added} new", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return report;
    }

    void Read(TextReader file, CancellationToken cancel)
    {
        (int Code, int Latitude, int Longitude, int End, int Place)? columns = null;
        foreach (var record in CsvRecords.Read(file))
        {
            cancel.ThrowIfCancellationRequested();
            if (columns is not { } at)
            {
                columns = ColumnsOf(record.Cells);
                continue;
            }

            lines++;
            if (record.IsTorn)
                bad.Add(new(record.Line, PostcodeFault.Quotes, ""));
            else if (string.IsNullOrEmpty(record.At(at.End)))
                Take(record.Line, record.At(at.Code), (record.At(at.Latitude), record.At(at.Longitude)), record.At(at.Place));
        }
    }

    static (int Code, int Latitude, int Longitude, int End, int Place) ColumnsOf(IReadOnlyList<string> heading)
    {
        var cells = heading.Select(cell => cell.ToLowerInvariant()).ToList();
        int Column(string[] called) => cells.FindIndex(called.Contains);
        var columns = (Code: Column(Codes), Latitude: Column(Latitudes), Longitude: Column(Longitudes), End: Column(Ends), Place: Column(Places));
        return columns.Code < 0 || columns.Place < 0 && (columns.Latitude < 0 || columns.Longitude < 0)
            ? throw new InvalidDataException("The heading needs a column pcds or postcode, and lat and long or neighbourhood beside it.")
            : columns;
    }

    void Take(int line, string? code, (string? Latitude, string? Longitude) where, string? place)
    {
        if (!Postcode.TryParse(code, out var postcode))
            bad.Add(new(line, PostcodeFault.NoPostcode, code ?? ""));
        else if (place is not null && !bySlug.ContainsKey(Slug.Of(place)))
            bad.Add(new(line, PostcodeFault.NoSuchPlace, place));
        else if (place is not null)
            listed.Add((bySlug[Slug.Of(place)], postcode.Text));
        else if (Of(where) is not { } position)
            bad.Add(new(line, PostcodeFault.NoPosition, $"{where.Latitude} {where.Longitude}"));
        else if (bounded.IsNear(position))
            positions[postcode.Text] = position;
    }

    static Position? Of((string? Latitude, string? Longitude) where) =>
        double.TryParse(where.Latitude, CultureInfo.InvariantCulture, out var latitude) && double.TryParse(where.Longitude, CultureInfo.InvariantCulture, out var longitude)
        && latitude is >= -90 and <= 99.999999 && longitude is >= -180 and <= 180 ? new(longitude, latitude) : null;

    async Task<int> KeepAsync(CancellationToken cancel)
    {
        await CopyAsync("arriving_positions (postcode text, latitude float8, longitude float8)", positions, (row, line) =>
        {
            row.Write(line.Key);
            row.Write(line.Value.Latitude);
            row.Write(line.Value.Longitude);
        }, cancel);
        await CopyAsync("arriving_places (place uuid, postcode text)", listed, (row, line) =>
        {
            row.Write(line.Place);
            row.Write(line.Postcode, NpgsqlDbType.Text);
        }, cancel);
        await db.Database.ExecuteSqlAsync($"""
            insert into neighbourhood_postcodes (neighbourhood_id, postcode) select place, postcode from arriving_places on conflict do nothing
            """, cancel);
        var before = await db.PostcodePositions.CountAsync(cancel);
        await db.Database.ExecuteSqlAsync($"""
            insert into postcode_positions select * from arriving_positions on conflict (postcode) do update set latitude = excluded.latitude, longitude = excluded.longitude
            """, cancel);
        return listed.Count + await db.PostcodePositions.CountAsync(cancel) - before;
    }

    async Task CopyAsync<T>(string table, IEnumerable<T> items, Action<NpgsqlBinaryImporter, T> write, CancellationToken cancel)
    {
        var name = table[..table.IndexOf(' ', StringComparison.Ordinal)];
#pragma warning disable EF1002 // Both texts are above.
        await db.Database.ExecuteSqlRawAsync($"create temporary table {table} on commit drop", cancel);
#pragma warning restore EF1002
        await using var rows = await ((NpgsqlConnection)db.Database.GetDbConnection()).BeginBinaryImportAsync($"copy {name} from stdin (format binary)", cancel);
        foreach (var item in items)
        {
            await rows.StartRowAsync(cancel);
            write(rows, item);
        }

        await rows.CompleteAsync(cancel);
    }
}

/// <param name="Lines">How many the file has.</param>
/// <param name="Added">How many postcodes are new.</param>
/// <param name="Positions">How many have a position near a boundary.</param>
/// <param name="BadLines">What could not be read. With one of these nothing is taken in.</param>
public sealed record PostcodeReport(int Lines, int Added, int Positions, IReadOnlyList<BadPostcodeLine> BadLines);

/// <summary>A line of a file of postcodes that cannot be read.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Why">What is wrong with it.</param>
/// <param name="Text">What stands there instead.</param>
public sealed record BadPostcodeLine(int Number, PostcodeFault Why, string Text);

public enum PostcodeFault
{
    Quotes,
    NoPostcode,
    NoSuchPlace,
    NoPosition,
}
