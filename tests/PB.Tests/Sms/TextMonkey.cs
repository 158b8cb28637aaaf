using System.Collections.Frozen;
using System.Text;
using PB.Ballots;
using PB.Rounds;
using PB.Sms;
using PB.Tally;

namespace PB.Tests.Sms;

/// <summary>Sends anything, in any state: words that mean something, words that do not, and noise.</summary>
sealed class TextMonkey(uint seed)
{
    static readonly string[] Words =
    [
        "VOTE", "vote", "12", "7", "3", "99", "0", "1-3", "not", "and", "please", "OK", "no", "yes", "STOP", "CLEAR", "STATUS", "LIST", "2", "ABOUT", "?", "£500", "CODE", "ACDE-FGHL", "OX4 1AB",
        "16", "twelve", "skate ramp", "1st", "2nd", "👍", "১২", "NOT ME", "IDEA a bench", "JOIN 1", "CYMRAEG", "\n--\n", "'); DROP TABLE", "ŵ", "١٢", "\0", "twenty one", "X",
        "HELP", "RANK", "PLEIDLAIS", "1273", "…", "RESULT", "😀", "it's", "LANG cy", "MY DATA", "START",
    ];

    uint state = seed;

    public (string Body, TextSituation Now) Next()
    {
        var body = new StringBuilder();
        for (var parts = Chance(7); parts > 0; parts--)
            body.Append(Chance(5) == 0 ? Noise() : Words[Chance(Words.Length)]).Append(Chance(4) == 0 ? "" : " ");
        var (round, paper) = Rounds[Chance(Rounds.Length)];
        var awaits = (TextState)Chance(6);
        int[]? vote = Chance(2) == 0 ? null : [round.OnTheBallot.First().Number];
        return (body.ToString(), new TextSituation
        {
            Round = round,
            Paper = paper,
            State = awaits,
            Pending = awaits is TextState.AwaitConfirm or TextState.AwaitAge || Chance(2) == 0 ? new([round.OnTheBallot.First().Number], false, Guid.Empty) : null,
            At = round.OpensAt.AddDays(Chance(4) == 0 ? 100 : 1),
            IsKnown = Chance(2) == 0,
            Vote = vote,
            Code = Chance(2) == 0 ? null : (CodeVerdict)Chance(4),
            TriesLeft = 1 + Chance(5),
            IsFrozen = Chance(9) == 0,
            OnPaper = Chance(9) == 0,
        });
    }

    string Noise()
    {
        var noise = new StringBuilder();
        for (var length = Chance(12); length > 0; length--)
            noise.Append(Rune.TryCreate(Chance(0x3000), out var rune) ? rune.ToString() : "?");
        return noise.ToString();
    }

    // xorshift: the same every time.
    int Chance(int below)
    {
        unchecked
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)below);
        }
    }

    static readonly (TextRound, BallotPaper)[] Rounds =
    [
        Make(BallotType.Approval, ProofOfVoter.LetterCode, 3), Make(BallotType.Knapsack, ProofOfVoter.PostcodeAndAge, null), Make(BallotType.Ranking, ProofOfVoter.LetterCode, 3),
        Make(BallotType.Approval, ProofOfVoter.Registered, null),
    ];

    /// <summary>A round in which everything is as long as it may be.</summary>
    public static (TextRound, BallotPaper) Make(BallotType type, ProofOfVoter proof, int? most)
    {
        var rules = new BallotRules { Type = type, MaxChoices = most };
        var opens = new DateTimeOffset(2026, 12, 21, 8, 30, 0, TimeSpan.Zero);
        var projects = Enumerable.Range(988, 12).Concat([3, 7, 12]).Select(n => new TextProject(n, "Wwwwwww Wwwwwwww", new Money(10_000_000), false)).ToFrozenDictionary(p => p.Number);
        var round = new TextRound
        {
            Id = Guid.Empty,
            Keyword = "KEYWORDABC",
            Name = "Wwwwwww Wwww",
            Proof = proof,
            ConfirmFirst = false,
            Echo = EchoOfVote.Titles,
            MinimumAge = 16,
            HelpPhone = "01632 960123",
            ShortAddress = "pb.example.uk",
            Rules = rules,
            Budget = new Money(10_000_000),
            Currency = "GBP",
            Projects = projects,
            OpensAt = opens,
            ClosesAt = opens.AddDays(9),
            ResultsOn = new DateOnly(2026, 12, 31),
            TimeZone = "Europe/London",
            ExampleNumbers = "988 989 990"[..8],
        };
        return (round, new BallotPaper
        {
            Round = Guid.Empty,
            Title = round.Name,
            OpensAt = round.OpensAt,
            FrozenClose = round.ClosesAt,
            Currency = "GBP",
            Budget = round.Budget,
            Rules = rules,
            Eligibility = new(),
            Projects = [.. projects.Values.Select(p => new BallotPaper.Line(p.Number, p.Title, p.Price))],
        });
    }
}
