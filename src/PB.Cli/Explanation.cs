using System.Globalization;
using PB.Tally;

namespace PB.Cli;

/// <summary>Why one project is funded or not, in paragraphs that can be read aloud.</summary>
sealed class Explanation(Tallied tallied, Step step)
{
    readonly Count count = tallied.Count;

    public static IReadOnlyList<string> Of(Tallied tallied, int number) =>
        [.. new Explanation(tallied, tallied.Count.Steps.Single(step => step.Number == number)).Paragraphs().Where(paragraph => paragraph.Length > 0)];

    IEnumerable<string> Paragraphs()
    {
        yield return $"{Title} {Verdict()}. {Facts()}";
        yield return General() ?? Reason();
        if (!step.IsFunded) yield return new WhatItTook(tallied, step).Sentence();
        foreach (var tie in count.Ties.Where(tie => tie.Numbers.Contains(step.Number))) yield return TieSentence(tie);
    }

    string Title => $"\"{tallied.Electing.Name(step.Number)}\" (project {tallied.Project(step.Number).Id})";

    string Verdict() => step.Outcome switch
    {
        Outcome.PartFunded => $"gets {Sum(step.Awarded)}, a part of its cost",
        _ when step.IsFunded => "is funded",
        _ => "is not funded",
    };

    string Facts() => Invariant(
        $"{step.Votes:N0} of the {Voters(count.Ballots)} chose it, and it costs {Sum(step.Cost)}. The whole budget is {Sum(count.Budget)}.");

    // What holds whatever the rule.
    string? General() => step.Outcome switch
    {
        Outcome.NoSupport => "A project that nobody votes for is not funded.",
        Outcome.TooFewVotes => "It has fewer votes than the rules ask for.",
        Outcome.Excluded => $"Only one of it and \"{tallied.Electing.Name(step.ExcludedBy!.Value)}\" could be funded, and that one came first.",
        Outcome.AreaFull => $"The money for {step.Reason} had gone to projects before it.",
        Outcome.FundedBeforehand or Outcome.ExcludedBeforehand => $"That was decided before the count: {step.Reason}",
        Outcome.DoesNotFit when step.Cost > count.Budget => "It costs more than the whole budget, so that no number of votes could have paid for it.",
        _ => null,
    };

    string Reason() => count.Rule.Split('_')[0] switch
    {
        "greedy" or "knapsack" => new GreedyWords(tallied, step).Reason(),
        "mes" or "ees" => new SharesWords(tallied, step).Reason(),
        "bos" => new OverspendingWords(tallied, step).Reason(),
        "phragmen" => new LoadWords(tallied, step).Phragmen(),
        "maximin" => new LoadWords(tallied, step).MaximinSupport(),
        "maxwelfare" => new WelfareWords(tallied, step).Reason(),
        _ when step.Outcome is Outcome.SupportersCannotPay => "The voters who chose it could not bring its cost together.",
        _ => new GreedyWords(tallied, step).Money(),
    };

    string TieSentence(Tie tie)
    {
        var order = string.Join(", then ", tie.Order.Select(number => $"\"{tallied.Electing.Name(number)}\""));
        return $"There was a tie that mattered. The tie rule ({Words.Plain(tie.DecidedBy)}) put the equal projects in this order: {order}.";
    }

    string Sum(Money money) => $"{tallied.Readable(money)} {tallied.Currency.Code}";

    internal static string Voters(int number) => number == 1 ? "1 voter" : Invariant($"{number:N0} voters");

    internal static string Votes(int number) => number == 1 ? "1 vote" : Invariant($"{number:N0} votes");

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
