using System.Text.RegularExpressions;
using PB.Roll;

namespace PB.Sms;

// Votes: numbers, titles, and the proofs that come with them.
public static partial class Grammar
{
    static Reading Ballot(Phrase phrase, ReadingContext context)
    {
        var (text, code) = TakeCode(phrase.Text, context);
        var (left, postcode) = context.AsksForPostcode ? PostcodeInText.Take(text) : (text, null);
        var reading = Votes(left, phrase, context) with { Code = code, Postcode = postcode };
        return reading.Kind is ReadingKind.Unsure && (code ?? postcode) is not null && SaysNothing(left) ? reading with { Kind = ReadingKind.Proof } : reading;
    }

    static Reading Votes(string text, Phrase phrase, ReadingContext context)
    {
        if (Sum().IsMatch(text))
            return new(ReadingKind.Money);
        if (Arithmetic().IsMatch(text) || Range().IsMatch(text) || Dashed().Matches(text).Any(IsRange))
            return new(ReadingKind.Unsure);

        var found = Tokens.Of(text.Replace('-', ' '), context.Titles);
        return found switch
        {
            { LongRun: true } => new(ReadingKind.Spaces),
            { SaysMoney: true } => new(ReadingKind.Money),
            { Compound: true } => new(ReadingKind.WordNumber),
            { HasNumbers: false } => found is { VoteWord: true, Unknown: 0, Doubts: false } ? new(ReadingKind.VoteWord) { SaysVote = true, InWelsh = found.Welsh } : new(ReadingKind.Unsure),
            { Doubts: true } => new(ReadingKind.Unsure),
            _ when phrase.AsksSomething => new(ReadingKind.Unsure),
            { Unknown: > 3, VoteWord: false } => new(ReadingKind.Unsure),
            { Places.Count: > 0 } => Placed(found, context),
            _ => Numbered(found, context),
        };
    }

    static Reading Numbered(Tokens found, ReadingContext context)
    {
        var twice = found.Numbers.GroupBy(number => number).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (context.IsRanking && twice is not null)
            return new(ReadingKind.TwiceInRanking) { Numbers = [twice.Value] };
        return new(ReadingKind.Vote)
        {
            Numbers = [.. found.Numbers.Distinct()],
            NeedsOk = found.Unknown > 0 || found.Guessed,
            SaysVote = found.VoteWord,
            InWelsh = found.Welsh,
        };
    }

    // "1st 31, 2nd 22": the places have to be all there, in their order, one before each number.
    static Reading Placed(Tokens found, ReadingContext context)
    {
        var isWhole = context.IsRanking && found.Places.Count == found.Numbers.Count
            && found.Places.SequenceEqual(Enumerable.Range(1, found.Places.Count));
        return isWhole ? Numbered(found, context) with { NeedsOk = true } : new(ReadingKind.Unsure);
    }

    static bool IsRange(Match dashed) => dashed.Value.Count(sign => sign == '-') == 1;

    static bool SaysNothing(string left) =>
        Phrase.Of(left).Words.All(word => Lexicon.Filler.Contains(word) || Lexicon.Vote.Contains(word) || Lexicon.Courtesy.Contains(word));

    /// <summary>Takes a letter's code out.</summary>
    /// <remarks>A long one is one where its last sign fits the others, after the word CODE, or where it is written as in the letter.
    /// Of the short ones anything of their form is one after that word; elsewhere it has to check, or to be what we wait for.</remarks>
    static (string Left, string? Code) TakeCode(string text, ReadingContext context)
    {
        foreach (Match match in LetterForm().Matches(text))
        {
            var mistake = CodeText.Read(match.Groups["code"].Value, out var whole);
            if (mistake is null || match.Groups["announced"].Success || match.Groups["code"].Value.Count(sign => sign == '-') == 2)
                return (text.Remove(match.Index, match.Length).Insert(match.Index, " "), whole);
        }

        foreach (Match match in CodeForm().Matches(text))
        {
            if (TextCode.Meant(match.Groups["code"].Value) is not { } code)
                continue;
            var left = text.Remove(match.Index, match.Length).Insert(match.Index, " ");
            var announced = match.Groups["announced"].Success;
            if (announced || IsOneWord(match) && TextCode.Checks(code) || IsAwaited(match, left, context))
                return (left, code);
        }

        return (text, null);
    }

    static bool IsOneWord(Match match) => !match.Groups["code"].Value.Contains(' ', StringComparison.Ordinal);

    // Eight letters may be any word: only where nothing else is said, and not where those are words that we know.
    static bool IsAwaited(Match match, string left, ReadingContext context) =>
        SaysNothing(left)
        && !Phrase.Of(match.Groups["code"].Value).Words.Any(word => Lexicon.Doubt.Contains(word) || Lexicon.Courtesy.Contains(word) || Lexicon.Vote.Contains(word))
        && (context.State is TextState.AwaitCode || TextCode.Checks(TextCode.Meant(match.Groups["code"].Value)!) || match.Groups["code"].Value.Any(char.IsAsciiDigit));

    [GeneratedRegex(@"(?<![A-Z0-9])(?<announced>(?:CODE|COD)\s*:?\s*)?(?<code>[A-Z0-9]{4}[ -]?[A-Z0-9]{4}[ -]?[A-Z0-9]{4})(?![A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex LetterForm();

    [GeneratedRegex(@"(?<![A-Z0-9])(?<announced>(?:CODE|COD)\s*:?\s*)?(?<code>[A-Z0-9]{4}[ -]?[A-Z0-9]{4})(?![A-Z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
