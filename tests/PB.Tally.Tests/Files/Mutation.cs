using System.Text;

namespace PB.Tally.Tests.Files;

/// <summary>Spoils files as editors, networks and disks do; the same seed spoils in the same way.</summary>
sealed class Mutation(int seed)
{
    static readonly string[] Odd =
    [
        "\"", "\"\"", ";", ";;;", ",", ",,", "\0", "\n", "\r", "\r\n", "\t", "999999999999999999999999999999", "-1", "1e9", "0.0000000000000001", "None", "META\n", "PROJECTS\n",
        "VOTES\n", "\nVOTES\n", "\uFEFF", "\u00A0", "ł", "😀", "1,000", "3.5", " ", "NaN", "num_votes;7\n",
    ];

    // xorshift: the framework's own random numbers may change with its version.
    uint state = unchecked((uint)seed * 2654435761) | 1;

    public byte[] Of(byte[] whole)
    {
        var bytes = whole.ToList();
        for (var times = 1 + Roll(3); times > 0; times--) Spoil(bytes);
        return [.. bytes];
    }

    void Spoil(List<byte> bytes)
    {
        var at = Roll(bytes.Count + 1);
        switch (Roll(12))
        {
            case 0: bytes.RemoveRange(at, bytes.Count - at); break;
            case 1: bytes.RemoveRange(0, Math.Min(at, Roll(200))); break;
            case 2 when at < bytes.Count: bytes[at] ^= (byte)(1 << Roll(8)); break;
            case 3 when at < bytes.Count: bytes[at] = (byte)Roll(256); break;
            case 4 or 5 or 6: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Odd[Roll(Odd.Length)])); break;
            case 7: Lines(bytes, lines => lines.Insert(Roll(lines.Count), lines[Roll(lines.Count)])); break;
            case 8: Lines(bytes, lines => lines.RemoveAt(Roll(lines.Count))); break;
            case 9: Lines(bytes, Swap); break;
            case 10: Recode(bytes); break;
            default: bytes.RemoveRange(at, Math.Min(bytes.Count - at, Roll(40))); break;
        }
    }

    void Swap(List<string> lines)
    {
        var (one, other) = (Roll(lines.Count), Roll(lines.Count));
        (lines[one], lines[other]) = (lines[other], lines[one]);
    }

    void Recode(List<byte> bytes)
    {
        var text = Encoding.UTF8.GetString([.. bytes]);
        var recoded = Roll(5) switch
        {
            0 => Encoding.Unicode.GetBytes(text),
            1 => Encoding.Latin1.GetBytes(text),
            2 => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            3 => Encoding.UTF8.GetBytes(text.Replace("\n", "\r", StringComparison.Ordinal)),
            _ => (byte[])[.. Encoding.UTF8.Preamble, .. bytes],
        };
        bytes.Clear();
        bytes.AddRange(recoded);
    }

    static void Lines(List<byte> bytes, Action<List<string>> change)
    {
        var lines = Encoding.Latin1.GetString([.. bytes]).Split('\n').ToList();
        change(lines);
        bytes.Clear();
        bytes.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }

    int Roll(int sides)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return sides == 0 ? 0 : (int)(state % (uint)sides);
    }
}
