using System.Globalization;
using PB.Tally;

namespace PB.Sms;

/// <summary>Writes the reply of a turn: fills in what the round, the turn and the ballot's receipt say.</summary>
public sealed class ReplyWriter(TextRound round, string language)
{
    const string Separator = ", ";

    /// <param name="turn">What was decided.</param>
    /// <param name="reference">The short form of the ballot's receipt.</param>
    public string Write(Turn turn, string reference)
    {
        var key = turn.Reply!.Value;
        if (key is ReplyKey.List)
            return ProjectPages.Page(round, language, turn.Count);
        var values = Values(turn, reference);
        return key is ReplyKey.About
            ? Replies.Say(key, language, values, [$"{Titled(turn.Numbers[0])}, {Sum(round.Projects[turn.Numbers[0]].Price)}", Number(turn.Numbers[0])])
            : Replies.Say(key, language, values, Lists(turn.Numbers));
    }

    /// <summary>The ways to name a choice, the longest first.</summary>
    List<string> Lists(IReadOnlyList<int> numbers)
    {
        var counted = Replies.Fill(Replies.Fragment("PROJECTS", language), new Dictionary<string, string> { ["N"] = Number(numbers.Count) });
        return round.Echo switch
        {
            EchoOfVote.Titles => [string.Join(Separator, numbers.Select(Titled)), Joined(numbers), counted],
            EchoOfVote.Numbers => [Joined(numbers), counted],
            EchoOfVote.Receipt => [counted],
        };
    }

    Dictionary<string, string> Values(Turn turn, string reference)
    {
        var spent = round.CostOf(turn.Numbers.Where(round.Projects.ContainsKey));
        var money = new Dictionary<string, string> { ["SUM"] = Sum(spent), ["BUD"] = Sum(round.Budget), ["DIFF"] = Sum(spent - round.Budget) };
        return new(OfRound(turn).Concat(money))
        {
            ["NUMS"] = Numbers(turn.Numbers),
            ["M"] = round.IsKnapsack ? Replies.Fill(Replies.Fragment("SPENT", language), money) : "",
            ["REF"] = reference,
            ["N"] = turn.Reply is ReplyKey.Which ? Counted(turn.Count) : Number(turn.Count),
            ["K"] = Number(turn.Reply is ReplyKey.TooFew ? round.Rules.MinChoices : round.Rules.MaxChoices ?? round.Projects.Count),
            ["BAD"] = Number(turn.Count),
            ["PC"] = turn.Words,
            ["ROUNDS"] = turn.Words,
            ["NEXT"] = Next(turn),
        };
    }

    /// <summary>What is the same in all replies about the round.</summary>
    Dictionary<string, string> OfRound(Turn turn) => new()
    {
        ["R"] = round.Name,
        ["EG"] = turn.Reply is ReplyKey.Which ? round.Example(round.Keyword) : Example(),
        ["CLOSE"] = TextMoments.Close(round.ClosesAt, round.TimeZone),
        ["OPEN"] = TextMoments.Open(round.OpensAt, round.TimeZone),
        ["RES"] = TextMoments.Day(round.ResultsOn ?? DateOnly.FromDateTime(round.ClosesAt.UtcDateTime.AddDays(4))),
        ["DATE"] = round.CancelledAt is { } cancelled ? TextMoments.Day(DateOnly.FromDateTime(cancelled.UtcDateTime)) : "",
        ["PHONE"] = round.HelpPhone,
        ["URL"] = round.ShortAddress,
        ["AGE"] = Number(round.MinimumAge),
        ["SIGNS"] = Number(round.CodeLength),
        ["LIMIT"] = Limit(),
    };

    string Numbers(IReadOnlyList<int> numbers) => round.Echo is EchoOfVote.Receipt ? Lists(numbers)[0] : Short(numbers);

    // So many numbers never fit beside the rest of a reply.
    string Short(IReadOnlyList<int> numbers) => Joined(numbers) is { Length: <= 30 } all ? all
        : Replies.Fill(Replies.Fragment("PROJECTS", language), new Dictionary<string, string> { ["N"] = Number(numbers.Count) });

    string Example() => round.Example(round.IsRanking ? "RANK" : language == "cy" ? "PLEIDLAIS" : "VOTE");

    string Limit()
    {
        var most = round.Rules.MaxChoices;
        var name = round.IsKnapsack ? "LIMIT_MONEY" : most is null ? "LIMIT_NONE" : most == round.Rules.MinChoices ? "LIMIT_EXACT" : "LIMIT_UP_TO";
        return Replies.Fill(Replies.Fragment(name, language), new Dictionary<string, string> { ["K"] = Number(most ?? 0), ["BUD"] = Sum(round.Budget) });
    }

    string Next(Turn turn) => turn.State switch
    {
        TextState.AwaitCode => Replies.Fragment("NEXT_CODE", language),
        TextState.AwaitPostcode => Replies.Fragment("NEXT_POSTCODE", language),
        TextState.AwaitAge => Replies.Fill(Replies.Fragment("NEXT_AGE", language), new Dictionary<string, string> { ["AGE"] = Number(round.MinimumAge) }),
        _ => Replies.Fragment("NEXT_OK", language),
    };

    string Counted(int count) => count is >= 2 and <= 4 ? Replies.Fragment($"COUNT_{Number(count)}", language) : Number(count);

    string Titled(int number) => $"{Number(number)} {round.Projects[number].Title}";

    static string Joined(IEnumerable<int> numbers) => string.Join(Separator, numbers.Select(Number));

    string Sum(Money money) => ProjectPages.Sum(money, round.Currency);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
