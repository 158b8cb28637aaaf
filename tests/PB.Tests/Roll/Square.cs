using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PB.Tests.Roll;

/// <summary>Reads a QR code as it is drawn on a page, by the standard (ISO 18004) and without the library that drew it: versions 1 to 6, bytes, no mending.</summary>
static partial class Square
{
    const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    // By version, at level M: blocks, and code words of data in each.
    static readonly (int Blocks, int Words)[] Shapes = [(1, 16), (1, 28), (1, 44), (2, 32), (2, 43), (4, 27)];

    public static string Read(string page)
    {
        var dark = DarkModules(page);
        var size = dark.GetLength(0);
        var version = (size - 17) / 4;
        var format = Format(dark) ^ 0b101010000010010;
        Assert.Equal(0b00, format >> 13);
        var words = Words([.. Bits(dark, version, format >> 10 & 0b111)]);
        var (blocks, length) = Shapes[version - 1];
        var data = Enumerable.Range(0, blocks).SelectMany(block => Enumerable.Range(0, length).Select(word => words[word * blocks + block])).ToArray();
        var bits = data.SelectMany(word => Enumerable.Range(0, 8).Select(bit => (word >> (7 - bit) & 1) == 1)).ToList();
        return TextOf(bits);
    }

    // One stretch after another: of digits, of capitals and digits, or of bytes.
    static string TextOf(List<bool> bits)
    {
        var (text, at) = (new StringBuilder(), 0);
        int Take(int count) => bits.GetRange((at += count) - count, count).Aggregate(0, (value, bit) => value << 1 | (bit ? 1 : 0));
        while (at + 4 <= bits.Count)
            switch (Take(4))
            {
                case 1:
                    for (var left = Take(10); left > 0; left -= 3)
                        text.Append(Take(left switch { 1 => 4, 2 => 7, _ => 10 }).ToString(new string('0', Math.Min(left, 3)), CultureInfo.InvariantCulture));
                    break;
                case 2:
                    for (var left = Take(9); left > 0; left -= 2)
                        text.Append(left == 1 ? $"{Letters[Take(6)]}" : Take(11) is var pair ? $"{Letters[pair / 45]}{Letters[pair % 45]}" : "");
                    break;
                case 4:
                    for (var left = Take(8); left > 0; left--)
                        text.Append((char)Take(8));
                    break;
                default:
                    return text.ToString();
            }

        return text.ToString();
    }

    // The five bits of level and mask stand in the top left corner, beside the finder.
    static int Format(bool[,] dark)
    {
        (int Row, int Column)[] places = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 7), (8, 8), (7, 8), (5, 8), (4, 8), (3, 8), (2, 8), (1, 8), (0, 8)];
        return places.Aggregate(0, (bits, place) => bits << 1 | (dark[place.Row, place.Column] ? 1 : 0));
    }

    static IEnumerable<bool> Bits(bool[,] dark, int version, int mask)
    {
        var size = dark.GetLength(0);
        for (var (right, up) = (size - 1, true); right > 0; right -= 2, up = !up)
        {
            if (right == 6)
                right--;
            for (var step = 0; step < size; step++)
                foreach (var column in (int[])[right, right - 1])
                {
                    var row = up ? size - 1 - step : step;
                    if (IsData(row, column, size, version))
                        yield return dark[row, column] ^ IsMasked(mask, row, column);
                }
        }
    }

    static bool IsData(int row, int column, int size, int version)
    {
        var isFinder = row < 9 && (column < 9 || column >= size - 8) || row >= size - 8 && column < 9;
        var isAlignment = version > 1 && Math.Abs(row - (size - 7)) <= 2 && Math.Abs(column - (size - 7)) <= 2;
        return !isFinder && !isAlignment && row != 6 && column != 6;
    }

    static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => (row / 2 + column / 3) % 2 == 0,
        5 => row * column % 2 + row * column % 3 == 0,
        6 => (row * column % 2 + row * column % 3) % 2 == 0,
        _ => ((row + column) % 2 + row * column % 3) % 2 == 0,
    };

    static List<int> Words(List<bool> bits) =>
        [.. bits.Chunk(8).Select(word => word.Aggregate(0, (value, bit) => value << 1 | (bit ? 1 : 0)))];

    static bool[,] DarkModules(string page)
    {
        var rows = Rectangle().Matches(page).Select(match => Enumerable.Range(1, 4).Select(i => double.Parse(match.Groups[i].Value, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var (left, top, side) = (rows.Min(r => r[0]), rows.Max(r => r[1] + r[3]), rows[0][3]);
        var size = (int)Math.Round((rows.Max(r => r[0] + r[2]) - left) / side);
        var dark = new bool[size, size];
        foreach (var r in rows)
            for (var i = 0; i < Math.Round(r[2] / side); i++)
                dark[(int)Math.Round((top - r[1] - r[3]) / side), (int)Math.Round((r[0] - left) / side) + i] = true;
        return dark;
    }

    [GeneratedRegex(@"^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$", RegexOptions.Multiline)]
    private static partial Regex Rectangle();
}
