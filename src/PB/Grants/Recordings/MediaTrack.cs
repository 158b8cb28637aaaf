using System.Text;

namespace PB.Grants.Recordings;

/// <summary>One track of a recording: sound, picture, or something that is not copied.</summary>
/// <param name="Handler">The four letters that say which.</param>
/// <param name="Chunks">Where its pieces lie in the file.</param>
sealed record MediaTrack(string Handler, IReadOnlyList<MediaChunk> Chunks)
{
    static readonly string[] Tables = ["stts", "ctts", "cslg", "stsc", "stsz", "stss", "sdtp"];

    public bool IsSound => Handler == "soun";
    public bool IsPicture => Handler == "vide";

    required public IReadOnlyList<MediaBox> Own { get; init; }
    required public IReadOnlyList<MediaBox> Media { get; init; }
    required public IReadOnlyList<MediaBox> Header { get; init; }
    required public IReadOnlyList<MediaBox> Samples { get; init; }

    public static MediaTrack Read(MediaBox track)
    {
        var own = track.Parts();
        var media = own.Single("mdia").Parts();
        var handler = media.Single("hdlr").Body;
        if (handler.Length < 12) throw new InvalidDataException("The handler of a track is cut off.");
        var kind = Encoding.Latin1.GetString(handler.Span[8..12]);
        if (kind is not ("soun" or "vide")) return new MediaTrack(kind, []) { Own = [], Media = [], Header = [], Samples = [] };
        var header = media.Single("minf").Parts();
        var samples = header.Single("stbl").Parts();
        return new MediaTrack(kind, MediaChunks.Of(samples)) { Own = own, Media = media, Header = header, Samples = samples };
    }

    /// <summary>The track with its pieces at other places, and without times, names and everything that players do not need.</summary>
    public byte[] Write(IEnumerable<uint> places)
    {
        var table = MediaBox.Write("stbl", [MediaScrub.Entries(Samples.Single("stsd"), IsPicture), .. Samples.Where(box => Tables.Contains(box.Kind)).Select(box => box.Write()), MediaChunks.Write([.. places])]);
        var header = MediaBox.Write("minf", [.. Header.Where(box => box.Kind is "vmhd" or "smhd").Select(box => box.Write()), MediaScrub.OwnData, table]);
        var media = MediaBox.Write("mdia", [MediaScrub.Times(Media.Single("mdhd")), MediaScrub.Handler(Handler), header]);
        return MediaBox.Write("trak", [MediaScrub.Times(Own.Single("tkhd")), .. Own.Where(box => box.Kind == "edts").Select(box => box.Write()), media]);
    }
}
