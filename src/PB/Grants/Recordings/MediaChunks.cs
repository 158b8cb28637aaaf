using System.Buffers.Binary;

namespace PB.Grants.Recordings;

/// <summary>A piece of sound or picture in a file.</summary>
readonly record struct MediaChunk(long At, long Size);

/// <summary>Reads from a track's tables where its pieces lie.</summary>
static class MediaChunks
{
    public static IReadOnlyList<MediaChunk> Of(IReadOnlyList<MediaBox> tables)
    {
        var (places, runs, sizes) = (Places(tables), Numbers(tables.Single("stsc"), 3), new SampleSizes(tables.Single("stsz").Body));
        var chunks = new List<MediaChunk>(places.Count);
        var (run, sample) = (0, 0L);
        for (var number = 1; number <= places.Count; number++)
        {
            while (run + 3 < runs.Count && runs[run + 3] <= number) run += 3;
            if (runs.Count == 0) throw new InvalidDataException("A track has pieces of no length.");
            chunks.Add(new MediaChunk(places[number - 1], sizes.Sum(sample, runs[run + 1])));
            sample += runs[run + 1];
        }

        return chunks;
    }

    /// <summary>The table of places, as players read it.</summary>
    public static byte[] Write(IReadOnlyList<uint> places)
    {
        var body = new byte[8 + 4 * places.Count];
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(4), (uint)places.Count);
        for (var i = 0; i < places.Count; i++)
            BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(8 + 4 * i), places[i]);
        return MediaBox.Write("stco", body);
    }

    static List<long> Places(IReadOnlyList<MediaBox> tables)
    {
        if (tables.Any(box => box.Kind == "stco")) return Numbers(tables.Single("stco"), 1);
        var (body, count) = Table(tables.Single("co64"), 8);
        return [.. Enumerable.Range(0, count).Select(i => BinaryPrimitives.ReadInt64BigEndian(body.Span[(8 + 8 * i)..]))];
    }

    /// <param name="table">A table of numbers of four bytes.</param>
    /// <param name="width">How many make a row.</param>
    static List<long> Numbers(MediaBox table, int width)
    {
        var (body, rows) = Table(table, 4 * width);
        return [.. Enumerable.Range(0, rows * width).Select(i => (long)BinaryPrimitives.ReadUInt32BigEndian(body.Span[(8 + 4 * i)..]))];
    }

    static (ReadOnlyMemory<byte> Body, int Rows) Table(MediaBox table, int bytesOfRow)
    {
        var rows = table.Body.Length < 8 ? long.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(table.Body.Span[4..]);
        return rows <= (table.Body.Length - 8) / bytesOfRow ? (table.Body, (int)rows) : throw new InvalidDataException($"The table {table.Kind} is cut off.");
    }
}

/// <summary>How long each sample of a track is: all the same, or listed.</summary>
readonly struct SampleSizes
{
    readonly ReadOnlyMemory<byte> body;
    readonly uint each, count;

    public SampleSizes(ReadOnlyMemory<byte> body)
    {
        if (body.Length < 12) throw new InvalidDataException("The table of sizes is cut off.");
        (this.body, each, count) = (body, BinaryPrimitives.ReadUInt32BigEndian(body.Span[4..]), BinaryPrimitives.ReadUInt32BigEndian(body.Span[8..]));
        if (each == 0 && count > (body.Length - 12) / 4) throw new InvalidDataException("The table of sizes is cut off.");
    }

    /// <summary>How long so many samples are together, from one on.</summary>
    public long Sum(long first, long many)
    {
        if (first + many > count) throw new InvalidDataException("A track names more samples than it has.");
        if (each > 0) return each * many;
        var sum = 0L;
        for (var i = (int)first; i < first + many; i++)
            sum += BinaryPrimitives.ReadUInt32BigEndian(body.Span[(12 + 4 * i)..]);
        return sum;
    }
}
