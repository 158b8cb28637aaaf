using System.Security.Cryptography;
using System.Text;
using PB.Tally.Log;

namespace PB.Cli.Verify;

/// <summary>Steps 1 to 5: the files are those that were signed, and the log only ever grew.</summary>
sealed class LogSteps(Pack pack)
{
    public void Run(Report report)
    {
        report.Check("1.1", "the manifest names every file and no other", Listed);
        report.Check("1.2", "every file is as the manifest says", Unchanged);
        report.Check("2.1", "the manifest is signed with the round's key", ManifestSigned);
        report.Check("2.2", "every head is signed with the round's key", HeadsSigned);
        report.Check("3.1", "the leaves give the last head's root", LastRoot);
        report.Check("4.1", "the heads stand in their order", HeadsInOrder);
        report.Check("4.2", "every earlier head is of the first leaves of this log", Prefixes);
        report.Check("5.1", "the set-up is leaf 0", SetupFirst);
        report.Check("5.2", "the rules are those of the set-up", RulesFrozen);
        report.Check("5.3", "every event stands in its leaf", EventsInLeaves);
    }

    List<(string Hash, string Name)> Manifest() =>
        [.. Encoding.UTF8.GetString(pack.Bytes(PackText.Manifest)).TrimEnd('\n').Split('\n').Select((line, index) =>
            line.Split("  ", 2) is [var hash, var name] ? (hash, name) : throw new PackException(PackText.Manifest, index + 1, "a hash, two blanks and a name are expected"))];

    string? Listed()
    {
        var listed = Manifest().Select(line => line.Name).Concat([PackText.Manifest, PackText.Signature]).ToList();
        if (listed.Except(pack.Files.Keys).FirstOrDefault() is { } missing) return $"{missing} is missing";
        return pack.Files.Keys.Except(listed).FirstOrDefault() is { } extra ? $"{extra} is not in the manifest" : null;
    }

    string? Unchanged()
    {
        foreach (var (hash, name) in Manifest())
            if (PackText.Hash(pack.Bytes(name)) is var found && found != hash) return $"{name} has the hash {found}, not {hash}";
        return null;
    }

    string? ManifestSigned()
    {
        var signature = Pack.Hash(PackText.Signature, 1, pack.Text(PackText.Signature).TrimEnd('\n'), 64);
        using var key = Key();
        return LogKey.Verify(key, LogStatement.Manifest(pack.Round, pack.Bytes(PackText.Manifest)), signature) ? null : $"{PackText.Signature} is not a signature of {PackText.Manifest}";
    }

    string? HeadsSigned()
    {
        using var key = Key();
        foreach (var head in pack.Heads)
            if (!LogKey.Verify(key, LogStatement.Head(pack.Round, head.Head()), Pack.Hash("heads.jsonl", head.Batch + 1, head.Signature, 64)))
                return FormattableString.Invariant($"the signature of head {head.Batch} (of {head.Size} leaves) is not of this head");
        return null;
    }

    ECDsa Key() => pack.Setup.Algorithm == "ECDSA-P256-SHA256" ? LogKey.OfPoint(Pack.Hash("setup.json", 0, pack.Setup.LogKey, 65))
        : throw new PackException("setup.json", 0, $"this verifier knows no signatures by {pack.Setup.Algorithm}");

    string? LastRoot()
    {
        if (pack.Heads is not [.., var last]) return "there is no head";
        if (last.Size != pack.Leaves.Length) return FormattableString.Invariant($"the last head is of {last.Size} leaves, and there are {pack.Leaves.Length}");
        var root = Convert.ToHexStringLower(LogRoot.Of(pack.Leaves));
        return root == last.Root ? null : $"the root of the leaves is {root}, and the last head says {last.Root}";
    }

    string? HeadsInOrder()
    {
        var (batch, size, time) = (0, 0L, "");
        foreach (var head in pack.Heads)
        {
            if (head.Batch != batch++ || head.Size <= size || string.CompareOrdinal(head.Time, time) < 0)
                return FormattableString.Invariant($"head {head.Batch}, of {head.Size} leaves at {head.Time}, does not follow the one before it");
            (size, time) = (head.Size, head.Time);
        }
        return null;
    }

    string? Prefixes()
    {
        var running = new RunningRoot();
        foreach (var head in pack.Heads.OrderBy(head => head.Size))
        {
            while (running.Size < Math.Min(head.Size, pack.Leaves.Length)) running.Add(pack.Leaves[running.Size]);
            if (Convert.ToHexStringLower(running.Root()) != head.Root)
                return FormattableString.Invariant($"head {head.Batch} says {head.Root}, and the first {head.Size} leaves give {Convert.ToHexStringLower(running.Root())}");
        }
        return null;
    }

    string? SetupFirst()
    {
        if (pack.Events is not [{ Index: 0, Type: "setup" } first, ..]) return "the first event is not the set-up at leaf 0";
        return first.Body == pack.Text("setup.json") ? null : "setup.json is not what leaf 0 commits to";
    }

    string? RulesFrozen()
    {
        if (PackText.Hash(pack.Bytes("rules.json")) is var hash && hash != pack.Setup.Rules) return $"rules.json has the fingerprint {hash}, and the set-up says {pack.Setup.Rules}";
        return pack.Rules.Round == pack.Round ? null : $"rules.json is of round {pack.Rules.Round}, and the set-up of {pack.Round}";
    }

    string? EventsInLeaves()
    {
        foreach (var happened in pack.Events)
        {
            if (happened.Index < 0 || happened.Index >= pack.Leaves.Length) return FormattableString.Invariant($"there is no leaf {happened.Index} for the event {happened.Type}");
            if (!LogRoot.LeafHash(LogStatement.Event(pack.Round, happened.Type, happened.Body)).AsSpan().SequenceEqual(pack.Leaves[happened.Index]))
                return FormattableString.Invariant($"the event {happened.Type} is not what leaf {happened.Index} commits to");
        }
        return null;
    }
}
