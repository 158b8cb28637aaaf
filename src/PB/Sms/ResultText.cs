using System.Globalization;
using PB.Data;
using PB.Results;

namespace PB.Sms;

/// <summary>A published result in the words of one text.</summary>
/// <param name="Funded">The projects that get money, in the order of their numbers.</param>
/// <param name="Voters">How many ballots were counted.</param>
public sealed record ResultText(IReadOnlyList<int> Funded, long Voters)
{
    /// <summary>Null where nothing is published.</summary>
    public static async Task<ResultText?> OfAsync(PbContext db, ShelvedRound round, CancellationToken cancel)
    {
        if (await db.PublishedResultAsync(round.Round.Id, null, cancel) is not { } result)
            return null;
        var count = ResultDocument.Read(result.Document).Count;
        return new([.. count.Funded.Order()], count.Ballots);
    }

    /// <summary>With the projects' titles where they fit, else their numbers, else how many there are.</summary>
    public string Write(TextRound round, string language)
    {
        var titled = string.Join(", ", Funded.Select(number => $"{Written(number)} {round.Projects[number].Title}"));
        var counted = Replies.Fill(Replies.Fragment("PROJECTS", language), new Dictionary<string, string> { ["N"] = Written(Funded.Count) });
        string[] ways = Funded.Count == 0 ? [""] : [titled, string.Join(", ", Funded.Select(Written)), counted];
        var said = ways.Select(funded => Replies.Fill(Replies.Blank(Funded.Count == 0 ? ReplyKey.ResultNone : ReplyKey.Result, language), Values(round, funded))).ToList();
        return said.Find(Gsm7.Fits) ?? said[^1];
    }

    Dictionary<string, string> Values(TextRound round, string funded) => new()
    {
        ["R"] = round.Name,
        ["FUNDED"] = funded,
        ["VOTERS"] = Voters.ToString("N0", CultureInfo.InvariantCulture),
        ["URL"] = round.ShortAddress,
        ["PHONE"] = round.HelpPhone,
    };

    static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
