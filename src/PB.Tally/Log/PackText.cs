using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PB.Tally.Log;

/// <summary>The files of a published pack, byte for byte: UTF-8 without a mark, each line ended by a line feed.</summary>
/// <remarks>The format is described in <c>ops/decisions/pack.md</c>; two verifiers read it, of which one shares no code with this.</remarks>
public static class PackText
{
    /// <summary>The file that names all others and their hashes, and the file with its signature.</summary>
    public const string Manifest = "manifest.sha256", Signature = "manifest.sig";

    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>leaves.txt</c>: the place and the hash of every leaf.</summary>
    public static byte[] Leaves(IEnumerable<byte[]> hashes) =>
        Lines(hashes.Select((hash, index) => Invariant($"{index} {Convert.ToHexStringLower(hash)}")));

    /// <summary><c>headers.csv</c>: every ballot's leaf.</summary>
    public static byte[] Headers(IEnumerable<PackHeader> headers) =>
        Lines(headers.Select(h => Invariant($"{h.Index},{h.Tag},{h.Version},{h.Choices},{h.Area},{h.Class}")).Prepend("index,tag,version,choices,area,class"));

    /// <summary><c>ballots.csv</c>: what was on each counted ballot.</summary>
    public static byte[] Ballots(IEnumerable<PackBallot> ballots) =>
        Lines(ballots.Select(b => Invariant($"{b.Index},{b.Salt},\"{b.Choices}\"")).Prepend("index,salt,choices"));

    /// <summary><c>entries.csv</c>: the entries of each project.</summary>
    public static byte[] Entries(IEnumerable<PackEntry> entries) =>
        Lines(entries.Select(e => Invariant($"{e.Project},{e.Entry}")).Prepend("project,entry"));

    /// <summary><c>events.jsonl</c>: one JSON object a line.</summary>
    public static byte[] Events(IEnumerable<PackEvent> events) => Lines(events.Select(e => JsonSerializer.Serialize(e, Json)));

    /// <summary><c>heads.jsonl</c>: one JSON object a line.</summary>
    public static byte[] Heads(IEnumerable<PackHead> heads) => Lines(heads.Select(h => JsonSerializer.Serialize(h, Json)));

    /// <summary><c>trace.txt</c>: the count, one line a project in the order of decision, amounts in the smallest unit of the currency.</summary>
    public static byte[] Trace(Count count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return Lines(count.Steps.Select(step => Invariant(
            $"{step.Number}\t{step.Votes}\t{step.Cost.MinorUnits}\t{step.Awarded.MinorUnits}\t{step.MoneyBefore.MinorUnits}\t{step.MoneyAfter.MinorUnits}\t{step.Outcome}"))
            .Prepend("number\tvotes\tcost\tawarded\tbefore\tafter\toutcome"));
    }

    /// <summary>Adds the manifest and its signature to the files of a pack.</summary>
    /// <param name="files">All files by name; the two are added.</param>
    /// <param name="round">The round.</param>
    /// <param name="signer">The key of the round's log.</param>
    public static void Sign(IDictionary<string, byte[]> files, Guid round, ECDsa signer)
    {
        ArgumentNullException.ThrowIfNull(files);
        files.Remove(Manifest);
        files.Remove(Signature);
        var manifest = Lines(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{Hash(file.Value)}  {file.Key}"));
        files[Manifest] = manifest;
        files[Signature] = Lines([Convert.ToHexStringLower(LogKey.Sign(signer, LogStatement.Manifest(round, manifest)))]);
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Text as a file of lines.</summary>
    public static byte[] Lines(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
