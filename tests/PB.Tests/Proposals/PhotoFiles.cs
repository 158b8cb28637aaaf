using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PB.Tests.Proposals;

/// <summary>Photos good and bad, made here.</summary>
static class PhotoFiles
{
    /// <summary>A grey picture of 24 by 16 dots.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String(
        "/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCAAQABgBAREA/8QAHwAAAQUBAQEBAQEA"
        + "AAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RF"
        + "RkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3"
        + "+Pn6/9oACAEBAAA/AKFFFFFFf//Z");

    /// <summary>The same with a note in it, as cameras write where a photo was taken.</summary>
    public static byte[] JpegThatTells(string secret)
    {
        var note = Encoding.ASCII.GetBytes($"Exif\0\0{secret}");
        byte[] length = [(byte)((note.Length + 2) >> 8), (byte)(note.Length + 2)];
        return [.. Jpeg[..2], 0xFF, 0xE1, .. length, .. note, .. Jpeg[2..]];
    }

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF");

    public static byte[] Svg { get; } = Encoding.ASCII.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

    /// <summary>A black picture, one bit a dot: a small file, however large the picture.</summary>
    public static byte[] Png(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[(width + 7) / 8 + 1];
            for (var i = 0; i < height; i++) zip.Write(row);
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    static byte[] Chunk(string name, byte[] data)
    {
        var named = (byte[])[.. Encoding.ASCII.GetBytes(name), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Checksum(named));
        return [.. length, .. named, .. sum];
    }

    static uint Checksum(byte[] data)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var part in data)
        {
            sum ^= part;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320u : sum >> 1;
        }

        return ~sum;
    }
}
