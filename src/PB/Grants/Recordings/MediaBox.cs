using System.Buffers.Binary;
using System.Text;

namespace PB.Grants.Recordings;

/// <summary>A part of a recording's file: four letters that say what it is, and what is in it (ISO/IEC 14496-12).</summary>
readonly record struct MediaBox(string Kind, ReadOnlyMemory<byte> Body)
{
    const int Head = 8, LongHead = 16;

    /// <summary>The boxes that stand one after the other. A rest that is too short to be one is left away.</summary>
    /// <exception cref="InvalidDataException">A box says that it is longer than what there is.</exception>
    public static IReadOnlyList<MediaBox> ReadAll(ReadOnlyMemory<byte> bytes)
    {
        var boxes = new List<MediaBox>();
        while (bytes.Length >= Head)
        {
            var (head, size) = SizeOf(bytes.Span);
            if (size < (ulong)head || size > (ulong)bytes.Length) throw new InvalidDataException("A box is cut off.");
            boxes.Add(new MediaBox(Encoding.Latin1.GetString(bytes.Span[4..Head]), bytes[head..(int)size]));
            bytes = bytes[(int)size..];
        }

        return boxes;
    }

    public IReadOnlyList<MediaBox> Parts() => ReadAll(Body);

    public byte[] Write() => Write(Kind, Body.ToArray());

    public static byte[] Write(string kind, params IEnumerable<byte[]> parts)
    {
        var bodies = parts.ToList();
        var bytes = new byte[Head + bodies.Sum(part => part.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)bytes.Length);
        Encoding.Latin1.GetBytes(kind, bytes.AsSpan(4));
        var at = Head;
        foreach (var part in bodies)
        {
            part.CopyTo(bytes, at);
            at += part.Length;
        }

        return bytes;
    }

    static (int Head, ulong Size) SizeOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) switch
    {
        0 => (Head, (ulong)bytes.Length),
        1 when bytes.Length >= LongHead => (LongHead, BinaryPrimitives.ReadUInt64BigEndian(bytes[Head..])),
        var size => (Head, size),
    };
}

static class MediaBoxes
{
    /// <exception cref="InvalidDataException">There is none, or more than one.</exception>
    public static MediaBox Single(this IReadOnlyList<MediaBox> boxes, string kind)
    {
        var found = boxes.Where(box => box.Kind == kind).Take(2).ToList();
        return found is [var only] ? only : throw new InvalidDataException($"There should be one box {kind}.");
    }
}
