using System.Globalization;
using System.Text.RegularExpressions;

namespace PB.Sms;

/// <summary>Reads a text message: a command, an answer, a proof of who somebody is, or a vote. What is not sure is said to be so; nothing is ever guessed.</summary>
public static partial class Grammar
{
    public static Reading Read(Phrase phrase, ReadingContext context) =>
        phrase.Text.Length == 0 ? new(ReadingKind.Empty)
        : Danger(phrase) ?? Command(phrase) ?? Answer(phrase) ?? Ballot(phrase, context);

    static Reading? Danger(Phrase phrase) =>
        Lexicon.Danger.Any(words => $" {phrase.Flat} ".Contains($" {words} ", StringComparison.Ordinal)) ? new(ReadingKind.Danger) : null;

    /// <summary>Commands, most of which stand alone. The words of a command that is part of a sentence are no command.</summary>
    static Reading? Command(Phrase phrase) => phrase switch
    {
        _ when phrase.Is("STATUS", "STATWS", "CHECK", "MY VOTE", "CHECK MY VOTE", "MY STATUS", "WHAT IS MY VOTE", "FY MHLEIDLAIS") => new(ReadingKind.Status),
        _ when phrase.Is("CLEAR", "CLEAR MY VOTE", "CLEAR VOTE", "DILEU", "WITHDRAW", "WITHDRAW MY VOTE", "UNVOTE", "CANCEL MY VOTE", "CANCEL VOTE", "REMOVE MY VOTE",
            "DELETE MY VOTE") => new(ReadingKind.Clear),
        _ when phrase.Is("NOT ME", "NOTME", "IT WAS NOT ME", "THAT WAS NOT ME", "THIS WAS NOT ME", "IT WASNT ME", "THAT WASNT ME", "NID FI") => new(ReadingKind.NotMe),
        _ when phrase.Is("HELP", "INFO", "CYMORTH", "HOW DO I VOTE", "HOW TO VOTE", "HOW CAN I VOTE", "HELP ME", "HELP PLEASE") || phrase.Words.Count == 0 && phrase.AsksSomething
            => new(ReadingKind.Help),
        _ when phrase.Is("CYMRAEG", "WELSH") => new(ReadingKind.Language) { Rest = "cy" },
        _ when phrase.Is("ENGLISH", "SAESNEG") => new(ReadingKind.Language) { Rest = "en" },
        _ when phrase.Is("RESULT", "RESULTS", "CANLYNIAD", "CANLYNIADAU") => new(ReadingKind.Result),
        _ when phrase.Is("MY DATA") => new(ReadingKind.MyData),
        _ when IsStop(phrase) => new(ReadingKind.Stop),
        _ when phrase.Is("START", "UNSTOP") => new(ReadingKind.Start),
        _ => WithRest(phrase),
    };

    static Reading? WithRest(Phrase phrase) => phrase.Words switch
    {
        ["LIST" or "RHESTR" or "PROJECTS"] => new(ReadingKind.List) { Rest = "1" },
        ["LIST" or "RHESTR", var page] when IsNumber(page) => new(ReadingKind.List) { Rest = page },
        ["LANG", var language] => new(ReadingKind.Language) { Rest = language.ToLowerInvariant() },
        ["JOIN" or "YMUNO", ..] when phrase.Words.Skip(1).All(IsDigits) => new(ReadingKind.Join) { Rest = string.Concat(phrase.Words.Skip(1)) },
        ["IDEA" or "SYNIAD", ..] => new(ReadingKind.Idea) { Rest = phrase.AfterFirst },
        ["ABOUT", var number] when IsNumber(number) => new(ReadingKind.About) { Numbers = [Number(number)] },
        [var number] when phrase.AsksSomething && IsNumber(number) => new(ReadingKind.About) { Numbers = [Number(number)] },
        _ => null,
    };

    static bool IsStop(Phrase phrase)
    {
        var words = phrase.Words.SkipWhile(word => word is "PLEASE" or "PLS").ToList();
        return phrase.Words is [var alone] && (Lexicon.ReservedStop.Contains(alone) || alone == "ATAL")
            || phrase.Is("OPT OUT", "UNSUBSCRIBE ME", "OPT ME OUT")
            || words is ["STOP", ..] && words.Skip(1).All(Lexicon.AfterStop.Contains);
    }

    static Reading? Answer(Phrase phrase)
    {
        var words = phrase.Words;
        if (words.Count is 0 or > 4 || phrase.AsksSomething)
            return null;
        if (words.Any(Lexicon.Yes.Contains) && words.All(word => Lexicon.Yes.Contains(word) || Lexicon.Courtesy.Contains(word) || word == "PLEASE"))
            return new(ReadingKind.Yes) { Rest = words.Any(word => word != "👍" && Lexicon.Yes.Contains(word)) ? "" : "👍" };
        if (Lexicon.No.Contains(words[0]) && words.Skip(1).All(word => Lexicon.Courtesy.Contains(word) || Lexicon.No.Contains(word)))
            return new(ReadingKind.No);
        return words.All(Lexicon.Courtesy.Contains) ? new(ReadingKind.Thanks) : null;
    }

    static bool IsDigits(string word) => word.Length > 0 && word.All(char.IsAsciiDigit);

    static bool IsNumber(string word) => word.Length is > 0 and <= 3 && Mended(word) is not null;

    static int Number(string word) => int.Parse(Mended(word)!, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The digits that a word means, where at least one is a digit and the others look like one; else null.</summary>
    static string? Mended(string word) =>
        word.Any(char.IsAsciiDigit) && word.All(sign => char.IsAsciiDigit(sign) || sign is 'O' or 'I' or 'L')
            ? word.Replace('O', '0').Replace('I', '1').Replace('L', '1')
            : null;

    [GeneratedRegex(@"£|(?<![A-Z0-9])[0-9][0-9.,]*\s*K(?![A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex(@"%|\*|=|[0-9]\s*X\s*[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Arithmetic();

    [GeneratedRegex(@"[0-9OIL]*[0-9][0-9OIL]*(?:\s*-\s*[0-9OIL]*[0-9][0-9OIL]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex Dashed();

    [GeneratedRegex(@"[0-9]\s+TO\s+[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
