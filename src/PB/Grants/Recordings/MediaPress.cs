namespace PB.Grants.Recordings;

/// <summary>Puts a recording's tracks together to a new file, with its table of contents first so that it plays before it has come whole.</summary>
static class MediaPress
{
    static readonly byte[] Kind = MediaBox.Write("ftyp", "isom"u8.ToArray(), [0, 0, 2, 0], "isomiso2mp41"u8.ToArray());

    public static byte[] Print(MediaBox header, IReadOnlyList<MediaTrack> tracks, ReadOnlyMemory<byte> upload)
    {
        var pieces = tracks.SelectMany((track, index) => track.Chunks.Select((chunk, number) => (Track: index, Number: number, Chunk: chunk))).OrderBy(piece => piece.Chunk.At).ToList();
        var length = pieces.Sum(piece => piece.Chunk.Size);
        if (length > upload.Length || pieces.Any(piece => piece.Chunk.At < 0 || piece.Chunk.At > upload.Length - piece.Chunk.Size))
            throw new InvalidDataException("A piece of sound or picture lies outside the file.");

        // However the places are, the table that names them is as long.
        var places = tracks.Select(track => new uint[track.Chunks.Count]).ToList();
        var at = (uint)(Kind.Length + Contents(header, tracks, places).Length + 8);
        foreach (var (track, number, chunk) in pieces)
        {
            places[track][number] = at;
            at += (uint)chunk.Size;
        }

        return [.. Kind, .. Contents(header, tracks, places), .. MediaBox.Write("mdat", pieces.Select(piece => upload.Slice((int)piece.Chunk.At, (int)piece.Chunk.Size).ToArray()))];
    }

    static byte[] Contents(MediaBox header, IReadOnlyList<MediaTrack> tracks, IReadOnlyList<uint[]> places) =>
        MediaBox.Write("moov", [MediaScrub.Times(header), .. tracks.Zip(places, (track, own) => track.Write(own))]);
}
