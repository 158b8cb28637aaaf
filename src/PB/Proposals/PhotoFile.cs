using System.Globalization;
using System.Text.RegularExpressions;

namespace PB.Proposals;

/// <summary>What a file says of itself before it is decoded.</summary>
static partial class PhotoFile
{
    /// <summary>Whether it begins as a JPEG, PNG or WebP does; its name says nothing.</summary>
    public static async Task<bool> HasMagicAsync(string path, CancellationToken cancel)
    {
        var start = new byte[12];
        await using var file = File.OpenRead(path);
        var read = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
        var head = start.AsSpan(0, read);
        return head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            || (read == start.Length && head.StartsWith("RIFF"u8) && head[8..].SequenceEqual("WEBP"u8));
    }

    /// <summary>Reads vipsheader's line, and takes it only from the three loaders that we want.</summary>
    public static (long Width, long Height)? SizeIn(string header) =>
        Header().Match(header) is { Success: true } match
            ? (long.Parse(match.Groups["w"].ValueSpan, CultureInfo.InvariantCulture), long.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex(@": (?<w>\d{1,9})x(?<h>\d{1,9}) .*\b(jpegload|pngload|webpload)\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    internal static partial Regex Header();
}
