using System.IO.Compression;
using System.Text;
using PB.Cli;
using PB.Tally.Log;

namespace PB.Tally.Tests.Cli;

/// <summary>Both verifiers, the tool and the script that shares no code with it, look at each pack.</summary>
public sealed class VerifyTests
{
    /// <summary>Each thing that can be wrong with a pack: the step that has to fail first, a word that the failure has to name, and how it is done.</summary>
    static readonly (string Step, string Names, Func<PackMaker> Maker, Action<PackMaker, SortedDictionary<string, byte[]>>? Change, bool SignAgain)[] Wrongs =
    [
        ("1.1", "trace.txt", () => new(), (_, files) => files.Remove("trace.txt"), false),
        ("1.1", "notes.txt", () => new(), (_, files) => files["notes.txt"] = [1], false),
        ("1.2", "rules.json", () => new(), (_, files) => Replace(files, "rules.json", "6000", "7000"), false),
        ("2.1", "manifest.sig", () => new(), (_, files) => Resign(files), false),
        ("2.2", "head 1", () => new(), (maker, files) => files["heads.jsonl"] = PackText.Heads(maker.Heads.Select(h => h.Batch == 1 ? h with { Time = "2027-04-06T12:00:01Z" } : h)), true),
        ("3.1", "root", () => new(), (_, files) => SwapLines(files, "leaves.txt", 3, 4), true),
        ("4.1", "head 2", () => new(), (maker, files) => files["heads.jsonl"] = PackText.Heads(maker.Heads.Select(h => h.Batch == 2 ? maker.SignedHead(2, h.Size, h.Root, "2027-04-01T12:00:00Z") : h)), true),
        ("4.2", "head 1", () => new(), (maker, files) => files["heads.jsonl"] = PackText.Heads(maker.Heads.Select(h => h.Batch == 1 ? maker.SignedHead(1, h.Size, new string('a', 64), h.Time) : h)), true),
        ("5.1", "leaf 0", () => new(), (_, files) => Replace(files, "setup.json", "tieSeed", "tieSead"), true),
        ("5.2", "rules.json", () => new(), (_, files) => Replace(files, "rules.json", "6000", "7000"), true),
        ("5.3", "close", () => new(), (_, files) => Replace(files, "events.jsonl", "pb-close/1", "pb-close/2"), true),
        ("6.1", "leaf 0", () => new() { SetUpTwice = true }, null, false),
        ("6.1", "neither", () => new(), (_, files) => RemoveLine(files, "headers.csv", 5), true),
        ("6.2", "leaf 2", () => new(), (_, files) => ChangeField(files, "headers.csv", 2, 4, new string('b', 64)), true),
        ("6.3", "leaf", () => new(), (_, files) => Replace(files, "ballots.csv", "\"4\"", "\"1\"", once: true), true),
        ("7.1", "versions 1, 3", () => new() { Version = (voter, version) => voter == 0 && version == 2 ? 3 : version }, null, false),
        ("7.2", "twice", () => new(), (_, files) => DoubleLine(files, "ballots.csv", 9), true),
        ("8.1", "3 projects", () => new() { Choices = (voter, version) => voter == 1 ? "1,2,3" : "1,2" }, null, false),
        ("8.1", "project 9", () => new() { Choices = (voter, version) => voter == 1 ? "1,9" : "1,2" }, null, false),
        ("9.1", "no ballot", () => new() { Annulled = new string('c', 64) }, null, false),
        ("9.2", "not counted", () => new(), (_, files) => RemoveLine(files, "ballots.csv", 7), true),
        ("10.1", "121", () => new() { VotersOff = 1 }, null, false),
        ("10.2", "channel", () => new(), (_, files) => Replace(files, "register-counts.csv", "channel,web,120", "channel,web,95"), true),
        ("10.3", "level 3", () => new(), (_, files) => Replace(files, "publication.json", "\"level\":1", "\"level\":3"), true),
        ("11.1", "after the close", () => new() { LateBallot = true, VotersOff = 1 }, null, false),
        ("11.2", "161", () => new() { CloseOff = 1 }, null, false),
        ("12.1", "seed", () => new(), (_, files) => files["seed.json"] = Encoding.UTF8.GetBytes("""{"format":"pb-seed/1","scheme":"rules-and-ballots","seed":"heads"}"""), true),
        ("13.1", "result.json", () => new(), (_, files) => Replace(files, "result.json", "\"outcome\":\"DoesNotFit\"", "\"outcome\":\"Funded\"", once: true), true),
        ("13.2", "trace.txt", () => new(), (_, files) => Replace(files, "trace.txt", "Funded", "DoesNotFit", once: true), true),
        ("14.1", "choices", () => new(), (_, files) => SwapVotes(files), true),
    ];

    public static TheoryData<int, string> All
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Wrongs.Length; i++) data.Add(i, Wrongs[i].Step);
            return data;
        }
    }

    [Theory, MemberData(nameof(All))]
    public void What_is_wrong_fails_at_its_step_and_is_named_by_both(int which, string step)
    {
        var (_, names, make, change, signAgain) = Wrongs[which];
        using var maker = make();
        var files = maker.Make();
        change?.Invoke(maker, files);
        if (signAgain) maker.Signed(files);

        foreach (var (exit, output) in Both(files))
        {
            var first = output.Split('\n').First(line => line.StartsWith("FAIL", StringComparison.Ordinal));
            Assert.StartsWith($"FAIL {step} ", first, StringComparison.Ordinal);
            Assert.Contains(names, first, StringComparison.Ordinal);
            Assert.Equal(Tool.WrongFile, exit);
        }
    }

    [Fact]
    public void A_whole_pack_verifies_with_both()
    {
        using var maker = new PackMaker();
        foreach (var (exit, output) in Both(maker.Make()))
        {
            Assert.True(exit == Tool.Done, output);
            Assert.Contains("PASS 14.1", output, StringComparison.Ordinal);
            Assert.DoesNotContain("SKIP", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_pack_with_a_ballot_set_aside_verifies_with_both()
    {
        using var maker = new PackMaker { Annulled = "" };
        foreach (var (exit, output) in Both(maker.Make()))
            Assert.True(exit == Tool.Done, output);
    }

    [Fact]
    public void A_zip_is_read_like_its_folder()
    {
        using var maker = new PackMaker();
        var path = Path.Combine(Directory.CreateTempSubdirectory("pb-zip-").FullName, "pack.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
            foreach (var (name, content) in maker.Make())
                using (var stream = zip.CreateEntry(name).Open())
                    stream.Write(content);

        Assert.Equal(Tool.Done, OfTool(path).Exit);
        Assert.Equal(Tool.Done, Scripts.Verify(path).Exit);
    }

    [Fact]
    public void Nothing_to_read_and_a_wrong_command_have_codes_of_their_own()
    {
        Assert.Equal(Tool.CannotRead, OfTool("/no/such/pack").Exit);
        Assert.Equal(Tool.CannotRead, Scripts.VerifyAsAStrangerDoes("/no/such/pack"));
        Assert.Equal(Tool.WrongUsage, Tool.Run(["verify"], TextWriter.Null, TextWriter.Null));
        Assert.Equal(Tool.Done, Tool.Run(["verify", "--help"], TextWriter.Null, TextWriter.Null));
    }

    static IEnumerable<(int Exit, string Output)> Both(SortedDictionary<string, byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("pb-pack-").FullName;
        foreach (var (name, content) in files) File.WriteAllBytes(Path.Combine(folder, name), content);
        yield return OfTool(folder);
        yield return Scripts.Verify(folder);
        Directory.Delete(folder, recursive: true);
    }

    static (int Exit, string Output) OfTool(string path)
    {
        using var output = new StringWriter();
        return (Tool.Run(["verify", path], output, output), output.ToString().ReplaceLineEndings("\n"));
    }

    static void Replace(SortedDictionary<string, byte[]> files, string name, string old, string by, bool once = false)
    {
        var text = Encoding.UTF8.GetString(files[name]);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} has no {old}");
        files[name] = Encoding.UTF8.GetBytes(once ? text[..at] + by + text[(at + old.Length)..] : text.Replace(old, by, StringComparison.Ordinal));
    }

    static void Edit(SortedDictionary<string, byte[]> files, string name, Action<List<string>> edit)
    {
        var lines = Encoding.UTF8.GetString(files[name]).TrimEnd('\n').Split('\n').ToList();
        edit(lines);
        files[name] = PackText.Lines(lines);
    }

    static void RemoveLine(SortedDictionary<string, byte[]> files, string name, int at) => Edit(files, name, lines => lines.RemoveAt(at));

    static void DoubleLine(SortedDictionary<string, byte[]> files, string name, int at) => Edit(files, name, lines => lines.Insert(at, lines[at]));

    static void ChangeField(SortedDictionary<string, byte[]> files, string name, int line, int field, string value) => Edit(files, name, lines =>
    {
        var fields = lines[line].Split(',');
        fields[field] = value;
        lines[line] = string.Join(',', fields);
    });

    static void SwapLines(SortedDictionary<string, byte[]> files, string name, int first, int second) => Edit(files, name, lines =>
    {
        var (a, b) = (lines[first].Split(' '), lines[second].Split(' '));
        (lines[first], lines[second]) = ($"{a[0]} {b[1]}", $"{b[0]} {a[1]}");
    });

    static void SwapVotes(SortedDictionary<string, byte[]> files) => Edit(files, "ballots.pb", lines =>
    {
        var first = lines.FindIndex(line => line.EndsWith(";4", StringComparison.Ordinal) && lines.IndexOf("VOTES") < lines.IndexOf(line));
        lines[first] = lines[first][..^1] + "1,2";
    });

    static void Resign(SortedDictionary<string, byte[]> files)
    {
        using var other = LogKey.New();
        PackText.Sign(files, new("0190f5c2-7b1a-7c3e-8d4f-0123456789ab"), other);
    }
}
