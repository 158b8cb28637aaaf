using System.Buffers.Binary;
using System.Text;

namespace PB.Grants.Recordings;

/// <summary>Empties those fields of the boxes that are kept which say when something was made, and with what.</summary>
static class MediaScrub
{
    /// <summary>That the sound and picture lie in the file itself, and in no other that could be named here.</summary>
    public static byte[] OwnData { get; } = MediaBox.Write("dinf", MediaBox.Write("dref", [0, 0, 0, 0, 0, 0, 0, 1], MediaBox.Write("url ", [0, 0, 0, 1])));

    /// <summary>A header without the times of making and changing; its first byte says how long they are.</summary>
    public static byte[] Times(MediaBox header)
    {
        var body = header.Body.ToArray();
        if (body.Length < 20) throw new InvalidDataException($"The header {header.Kind} is cut off.");
        body.AsSpan(4, body[0] == 1 ? 16 : 8).Clear();
        return MediaBox.Write(header.Kind, body);
    }

    public static byte[] Handler(string kind) => MediaBox.Write("hdlr", new byte[8], Encoding.Latin1.GetBytes(kind), new byte[13]);

    /// <summary>How sound or picture is to be read. Of a picture the name of what made it is emptied.</summary>
    public static byte[] Entries(MediaBox entries, bool ofPicture)
    {
        const int First = 8, NameInEntry = 50, NameLength = 32;
        var body = entries.Body.ToArray();
        if (!ofPicture) return MediaBox.Write(entries.Kind, body);
        for (var at = First; at + 8 <= body.Length;)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(at));
            if (size < NameInEntry + NameLength || size > body.Length - at) throw new InvalidDataException("What says how to read the picture is cut off.");
            body.AsSpan(at + NameInEntry, NameLength).Clear();
            at += (int)size;
        }

        return MediaBox.Write(entries.Kind, body);
    }
}
