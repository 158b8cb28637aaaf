using System.Text;

namespace PB.Tally.Files;

/// <summary>Text in the order of its Unicode code points, which is that of its UTF-8 bytes; .NET's ordinal order differs beyond 16 bits.</summary>
sealed class CodePointOrder : IComparer<string>
{
    public static readonly CodePointOrder Instance = new();

    public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
}
