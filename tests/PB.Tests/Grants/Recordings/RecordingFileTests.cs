using System.Text;
using PB.Grants.Recordings;

namespace PB.Tests.Grants.Recordings;

public sealed class RecordingFileTests
{
    [Fact]
    public void Sound_and_picture_are_copied_to_where_the_new_tables_say_and_nothing_that_says_where_when_or_by_whom()
    {
        var (file, refusal) = RecordingFile.Cut(Film.Make());

        Assert.Null(refusal);
        Assert.Equal(RecordingKind.Film, file!.Kind);
        var text = Encoding.Latin1.GetString(file.Content);
        Assert.All(Film.Kept, piece => Assert.Contains(piece, text, StringComparison.Ordinal));
        foreach (var gone in (string[])[Film.Place, Film.Phone, "WAY", "\u00A9xyz", "meta", "udta", "uuid", "\u00E4\u0012\u0034\u0056"])
            Assert.DoesNotContain(gone, text, StringComparison.Ordinal);
        Assert.Equal(Film.Kept.Order(StringComparer.Ordinal), PiecesOf(file.Content).Order(StringComparer.Ordinal));
        // What was cut once is cut.
        Assert.Equal(file.Content, RecordingFile.Cut(file.Content).File!.Content);
    }

    [Fact]
    public void A_voice_is_told_by_its_tracks_and_not_by_its_name()
    {
        var voice = RecordingFile.Cut(Film.Make(withPicture: false)).File!;
        Assert.Equal(RecordingKind.Voice, voice.Kind);
        Assert.DoesNotContain("PICTURE", Encoding.Latin1.GetString(voice.Content), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_long_too_large_or_something_else_is_not_taken()
    {
        Assert.Equal(RecordingRefusal.Empty, RecordingFile.Cut(Array.Empty<byte>()).Refusal);
        Assert.Equal(RecordingRefusal.TooLarge, RecordingFile.Cut(new byte[RecordingFile.MostBytes + 1]).Refusal);
        Assert.Equal(RecordingRefusal.TooLong, RecordingFile.Cut(Film.Make(seconds: 301)).Refusal);
        Assert.Null(RecordingFile.Cut(Film.Make(seconds: 300)).Refusal);
        Assert.Equal(RecordingRefusal.NotARecording, RecordingFile.Cut("RIFF....WAVE, and a name that ends in .mp4"u8.ToArray()).Refusal);
        Assert.Equal(RecordingRefusal.NotWhole, RecordingFile.Cut(Film.Make().AsMemory(0, 20)).Refusal);
        Assert.Equal(RecordingRefusal.Damaged, RecordingFile.Cut(Film.Make().AsMemory(0, Film.Make().Length - 300)).Refusal);
    }

    [Fact]
    public void However_a_file_is_spoiled_it_is_refused_or_cut_and_never_breaks_the_site()
    {
        var film = Film.Make();
        for (var at = 0; at < film.Length; at++)
            foreach (var value in (byte[])[0x00, 0xFF])
            {
                var spoiled = film.ToArray();
                spoiled[at] = value;
                var (file, refusal) = RecordingFile.Cut(spoiled);
                Assert.True(file is null != refusal is null, $"byte {at}");
            }
    }

    // Reads the pieces as a player does: by the places and sizes that the tables of each track name.
    static IEnumerable<string> PiecesOf(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        for (var stco = text.IndexOf("stco", StringComparison.Ordinal); stco > 0; stco = text.IndexOf("stco", stco + 4, StringComparison.Ordinal))
        {
            var sizes = text.LastIndexOf("stsz", stco, StringComparison.Ordinal);
            for (var i = 0; i < Number(content, stco + 8); i++)
                yield return text.Substring(Number(content, stco + 12 + 4 * i), Number(content, sizes + 16 + 4 * i));
        }
    }

    static int Number(byte[] content, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(at));
}
