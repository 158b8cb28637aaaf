using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PB.Tally.Log;

namespace PB.Tally.Tests.Cli;

/// <summary>Makes packs as a site would, whole or with one thing wrong that everything after it fits to: what an operator could do who has the key.</summary>
sealed class PackMaker : IDisposable
{
    static readonly Guid Round = new("0190f5c2-7b1a-7c3e-8d4f-0123456789ab");

    readonly ECDsa signer = LogKey.New();
    readonly List<(BallotLeaf Leaf, byte[] Hash)> ballots = [];
    readonly List<PackEvent> events = [];
    readonly List<byte[]> leaves = [];
    readonly List<PackHead> heads = [];

    /// <summary>Voters 0, 1, 2 …: every third one changed the ballot once.</summary>
    public int Voters { get; init; } = 120;

    public Func<int, int, string> Choices { get; init; } = (voter, version) => ((string[])["1", "1,2", "2,3", "1,3", "4"])[(voter + version) % 5];
    public string Rules { get; init; } = RulesText();
    public string? WrongRulesHash { get; init; }
    public Func<int, int, int> Version { get; init; } = (_, version) => version;
    public string? Annulled { get; set; }
    public bool LateBallot { get; init; }
    public long CloseOff { get; init; }
    public int VotersOff { get; init; }
    public bool SetUpTwice { get; init; }

    public static string RulesText(string ties = "Lot", int benches = 6000, int round = 0xab) => $$"""
        {"format":"pb-rules/1","round":"0190f5c2-7b1a-7c3e-8d4f-0123456789{{round:x2}}","title":"Łąka; \"2027\"","opensAt":"2027-04-05T12:00:00+00:00","closesAt":"2027-04-12T12:00:00+00:00","currency":"GBP","budget":10000,"rules":{"type":"Approval","minChoices":1,"maxChoices":2,"allowChange":true,"whenItDoesNotFit":"Skip","minimumVotes":0,"ties":"{{ties}}"},"eligibility":{"minimumAge":11,"maximumAge":null,"inWords":""},"projects":[{"number":1,"title":"Benches & <trees>","price":{{benches}}},{"number":2,"title":"Łódka","price":5000},{"number":3,"title":"Slide","price":5000},{"number":4,"title":"Lights","price":1000}],"exclusive":[]}
        """;

    public SortedDictionary<string, byte[]> Make(Action<SortedDictionary<string, byte[]>>? afterwards = null)
    {
        Happen("setup", $$"""{"format":"pb-setup/1","round":"{{Round}}","rules":"{{WrongRulesHash ?? PackText.Hash(Encoding.UTF8.GetBytes(Rules))}}","algorithm":"ECDSA-P256-SHA256","logKey":"{{Convert.ToHexStringLower(LogKey.Point(signer))}}","tieSeed":"rules-and-ballots"}""");
        Sign();
        Batch(version: 1, Enumerable.Range(0, Voters));
        Batch(version: 2, Enumerable.Range(0, Voters).Where(voter => voter % 3 == 0));
        if (Annulled is not null) Happen("annul", $$"""{"leaf":"{{(Annulled.Length > 0 ? Annulled : Convert.ToHexStringLower(ballots[0].Hash))}}"}""");
        Happen("close", $$"""{"format":"pb-close/1","ballots":{{ballots.Count + CloseOff}},"tags":{{Voters}},"voters":{{Voters}},"channels":{} }""");
        if (LateBallot) leaves.Add(Ballot(Voters, 1, leaves.Count));
        Sign();
        var files = Files();
        afterwards?.Invoke(files);
        PackText.Sign(files, Round, signer);
        return files;
    }

    /// <summary>Signs a pack again after something in it was changed.</summary>
    public SortedDictionary<string, byte[]> Signed(SortedDictionary<string, byte[]> files)
    {
        PackText.Sign(files, Round, signer);
        return files;
    }

    public PackHead SignedHead(int batch, long size, string root, string time) =>
        new(batch, size, root, time, Convert.ToHexStringLower(LogKey.Sign(signer, LogStatement.Head(Round, new(batch, size, root, time)))));

    public IReadOnlyList<PackHead> Heads => heads;

    void Batch(int version, IEnumerable<int> voters)
    {
        foreach (var leaf in voters.Select(voter => (Voter: voter, Leaf: LeafOf(voter, version))).OrderBy(made => Convert.ToHexStringLower(made.Leaf.Hash())))
            leaves.Add(Ballot(leaf.Voter, version, leaves.Count, leaf.Leaf));
        Sign();
    }

    readonly List<(long Index, int Voter, int Version, BallotLeaf Leaf)> placed = [];

    byte[] Ballot(int voter, int version, int index, BallotLeaf? leaf = null)
    {
        leaf ??= LeafOf(voter, version);
        placed.Add((index, voter, version, leaf));
        ballots.Add((leaf, leaf.Hash()));
        return leaf.Hash();
    }

    BallotLeaf LeafOf(int voter, int version) => new()
    {
        RoundId = Round,
        Tag = [.. SHA256.HashData(BitConverter.GetBytes(voter))],
        Version = Version(voter, version),
        Choices = Choices(voter, version),
        Area = "ward-7",
        Class = "declared",
        Nonce = [.. SHA256.HashData(BitConverter.GetBytes(1_000_000 + voter * 10 + version))],
    };

    void Happen(string type, string body)
    {
        events.Add(new(leaves.Count, type, body));
        leaves.Add(LogRoot.LeafHash(LogStatement.Event(Round, type, body)));
    }

    void Sign() => heads.Add(SignedHead(heads.Count, leaves.Count, Convert.ToHexStringLower(LogRoot.Of(leaves)), $"2027-04-0{5 + heads.Count}T12:00:00Z"));

    SortedDictionary<string, byte[]> Files()
    {
        var set = Annulled is null ? null : Annulled.Length > 0 ? placed.Find(p => Convert.ToHexStringLower(p.Leaf.Hash()) == Annulled).Leaf : placed[0].Leaf;
        var counted = placed.Where(p => p.Version == (p.Voter % 3 == 0 && p.Voter < Voters ? 2 : 1) && (set is null || !p.Leaf.Tag.AsSpan().SequenceEqual(set.Tag.AsSpan()))).OrderBy(p => p.Index).ToList();
        return new PackOfCounted(Rules, [.. counted.Select(p => new PackBallot(p.Index, Convert.ToHexStringLower(p.Leaf.Salt("choices")), p.Leaf.Choices))]).Files(files =>
        {
            files["setup.json"] = Encoding.UTF8.GetBytes(events[0].Body);
            files["events.jsonl"] = PackText.Events(SetUpTwice ? [.. events, events[0]] : events);
            files["leaves.txt"] = PackText.Leaves(leaves);
            files["heads.jsonl"] = PackText.Heads(heads);
            files["headers.csv"] = PackText.Headers(placed.OrderBy(p => p.Index).Select(p => new PackHeader(p.Index, Convert.ToHexStringLower(p.Leaf.Tag.AsSpan()), p.Leaf.Version, Commitment(p.Leaf, "choices", p.Leaf.Choices), Commitment(p.Leaf, "area", p.Leaf.Area), Commitment(p.Leaf, "class", p.Leaf.Class))));
            files["register-counts.csv"] = PackText.Lines(["kind,name,count", string.Create(CultureInfo.InvariantCulture, $"voters,all,{Voters + VotersOff}"), $"channel,web,{Voters / 5 * 5}"]);
        });
    }

    static string Commitment(BallotLeaf leaf, string field, string value) => Convert.ToHexStringLower(BallotLeaf.Commit(field, leaf.Salt(field), value));

    public void Dispose() => signer.Dispose();
}
