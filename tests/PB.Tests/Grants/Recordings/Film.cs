using System.Buffers.Binary;
using System.Text;

namespace PB.Tests.Grants.Recordings;

/// <summary>A small film as a phone writes one: a track of pictures, a track of sound, a track that says where the phone was, and boxes that say when and with what.</summary>
static class Film
{
    public const string Place = "+51.7520-001.2577+063.000/", Phone = "Phone of Lea Moss";

    static readonly byte[] Pictures = [.. "PICTURE-1|"u8, .. "PICTURE-2|"u8], Sounds = "SOUND-1|SOUND-2|"u8.ToArray(), Ways = Encoding.UTF8.GetBytes("WAY" + Place);

    /// <summary>What has to be left of it.</summary>
    public static IReadOnlyList<string> Kept { get; } = ["PICTURE-1|", "PICTURE-2|", "SOUND-1|SOUND-2|"];

    /// <param name="seconds">How long it says that it takes.</param>
    /// <param name="withPicture">Whether there is more than a voice.</param>
    public static byte[] Make(uint seconds = 20, bool withPicture = true)
    {
        var start = Box("ftyp", "qt  "u8.ToArray(), [0, 0, 0, 0], "qt  "u8.ToArray()).Length;
        var data = start + 8;
        // The pieces lie mixed: a picture, the way, the sound, another picture.
        byte[] mixed = [.. Pictures[..10], .. Ways, .. Sounds, .. Pictures[10..]];
        var (way, sound, second) = (data + 10, data + 10 + Ways.Length, data + 10 + Ways.Length + Sounds.Length);
        List<byte[]> tracks = [Track("soun", [sound], [[16]]), Track("meta", [way], [[(uint)Ways.Length]])];
        if (withPicture) tracks.Insert(0, Track("vide", [data, second], [[10], [10]]));
        return
        [
            .. Box("ftyp", "qt  "u8.ToArray(), [0, 0, 0, 0], "qt  "u8.ToArray()), .. Box("mdat", mixed),
            .. Box("moov", [Header(seconds), .. tracks, Box("udta", Box("\u00A9xyz", Encoding.UTF8.GetBytes(Place)), Box("name", Encoding.UTF8.GetBytes(Phone))), Box("meta", Encoding.UTF8.GetBytes("com.apple.quicktime.make" + Phone))]),
            .. Box("uuid", Encoding.UTF8.GetBytes(Phone)),
        ];
    }

    static byte[] Track(string kind, int[] places, uint[][] sizes) => Box("trak",
        Box("tkhd", [0, 0, 0, 7, .. Time, .. Time, .. new byte[72]]),
        Box("mdia",
            Box("mdhd", [0, 0, 0, 0, .. Time, .. Time, .. Number(600), .. Number(12000), 0, 0, 0, 0]),
            Box("hdlr", [0, 0, 0, 0, .. "mhlr"u8, .. Encoding.Latin1.GetBytes(kind), .. new byte[12], .. Encoding.UTF8.GetBytes(Phone)]),
            Box("minf",
                Box(kind == "vide" ? "vmhd" : "smhd", new byte[12]),
                Box("stbl",
                    Box("stsd", [0, 0, 0, 0, .. Number(1), .. Entry(kind)]),
                    Box("stts", [0, 0, 0, 0, .. Number(1), .. Number((uint)sizes.Length), .. Number(300)]),
                    Box("stsc", [0, 0, 0, 0, .. Number(1), .. Number(1), .. Number(1), .. Number(1)]),
                    Box("stsz", [0, 0, 0, 0, .. Number(0), .. Number((uint)sizes.Length), .. sizes.SelectMany(size => Number(size[0]))]),
                    Box("stco", [0, 0, 0, 0, .. Number((uint)places.Length), .. places.SelectMany(place => Number((uint)place))])))));

    static byte[] Entry(string kind) => kind == "vide" ? Box("avc1", [.. new byte[42], (byte)Phone.Length, .. Encoding.UTF8.GetBytes(Phone), .. new byte[31 - Phone.Length], .. new byte[4]]) : Box("mp4a", new byte[28]);

    static byte[] Header(uint seconds) => Box("mvhd", [0, 0, 0, 0, .. Time, .. Time, .. Number(600), .. Number(seconds * 600), .. new byte[80]]);

    static byte[] Time => [0xE4, 0x12, 0x34, 0x56];

    static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    static byte[] Box(string kind, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(part => part)];
        return [.. Number((uint)body.Length + 8), .. Encoding.Latin1.GetBytes(kind), .. body];
    }
}
