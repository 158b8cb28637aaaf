using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PB.Grants.Recordings;

/// <summary>Makes a new file out of a recording as phones make them (MP4, MOV, M4A, 3GP): sound and picture are copied, and nothing else is.</summary>
/// <remarks>
/// What a file is called says nothing: it is what its boxes say. Where it was taken, when, by which device and by whom lies in boxes and tracks
/// of their own, which are not copied; the times and names in the boxes that are needed are emptied.
/// </remarks>
public static class RecordingFile
{
    public const int MostBytes = 50 * 1024 * 1024;
    public const int MostMinutes = 5;

    /// <returns>The new file, or why there is none.</returns>
    public static (CutFile? File, RecordingRefusal? Refusal) Cut(ReadOnlyMemory<byte> upload)
    {
        if (upload.Length == 0) return (null, RecordingRefusal.Empty);
        if (upload.Length > MostBytes) return (null, RecordingRefusal.TooLarge);
        if (upload.Length < 8 || !upload.Span[4..8].SequenceEqual("ftyp"u8)) return (null, RecordingRefusal.NotARecording);
        try
        {
            return Cut(MediaBox.ReadAll(upload), upload);
        }
        catch (Exception damage) when (damage is InvalidDataException or OverflowException)
        {
            return (null, RecordingRefusal.Damaged);
        }
    }

    static (CutFile?, RecordingRefusal?) Cut(IReadOnlyList<MediaBox> boxes, ReadOnlyMemory<byte> upload)
    {
        if (boxes.All(box => box.Kind != "moov") || boxes.Any(box => box.Kind is "moof")) return (null, RecordingRefusal.NotWhole);
        var film = boxes.Single("moov").Parts();
        if (MinutesOf(film.Single("mvhd").Body.Span) > MostMinutes) return (null, RecordingRefusal.TooLong);
        var tracks = film.Where(box => box.Kind == "trak").Select(MediaTrack.Read).Where(track => track.IsSound || track.IsPicture).ToList();
        if (tracks.Count == 0) return (null, RecordingRefusal.NotARecording);
        var content = MediaPress.Print(film.Single("mvhd"), tracks, upload);
        return (new CutFile(tracks.Any(track => track.IsPicture) ? RecordingKind.Film : RecordingKind.Voice, content), null);
    }

    // Times stand in the units that the header names; its first byte says whether they have four bytes or eight.
    static double MinutesOf(ReadOnlySpan<byte> header)
    {
        if (header.Length < 32) throw new InvalidDataException("The header of the film is cut off.");
        var (units, length) = header[0] == 1
            ? (BinaryPrimitives.ReadUInt32BigEndian(header[20..]), BinaryPrimitives.ReadUInt64BigEndian(header[24..]))
            : (BinaryPrimitives.ReadUInt32BigEndian(header[12..]), BinaryPrimitives.ReadUInt32BigEndian(header[16..]));
        return units == 0 ? 0 : length / (double)units / 60;
    }
}

/// <summary>A recording without anything that says where, when or by whom it was made.</summary>
public sealed record CutFile(RecordingKind Kind, byte[] Content)
{
    /// <summary>SHA-256 in hexadecimal: part of what the adult signs.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Why a file is not taken as a recording.</summary>
public enum RecordingRefusal
{
    Empty,
    TooLarge,
    TooLong,

    /// <summary>It is neither a film nor a voice of the kinds that are taken.</summary>
    NotARecording,

    /// <summary>It was broken off, or is made for sending while it is recorded.</summary>
    NotWhole,
    Damaged,
}
