using System.Buffers.Text;

namespace PB.Tally.Files;

/// <summary>Tells whether a voter id was there before. While ids are numbers that rise, as in most files, looking at the last one is enough.</summary>
sealed class VoterIds
{
    readonly List<string> rising = [];
    HashSet<string>? seen;
    long last = -1;

    /// <summary>Adds an id; false if it was there already.</summary>
    /// <param name="bytes">The id as it stands in the file.</param>
    /// <param name="id">The same as text.</param>
    public bool Add(ReadOnlySpan<byte> bytes, string id)
    {
        if (seen is null && IsNumber(bytes, out var number) && number > last)
        {
            last = number;
            rising.Add(id);
            return true;
        }
        seen ??= [.. rising];
        return seen.Add(id);
    }

    // Written the only way that the number can be.
    static bool IsNumber(ReadOnlySpan<byte> bytes, out long number)
    {
        number = -1;
        return bytes is [>= (byte)'1' and <= (byte)'9', ..] or [(byte)'0'] && Utf8Parser.TryParse(bytes, out number, out var length) && length == bytes.Length;
    }
}
