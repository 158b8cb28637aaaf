using System.Globalization;
using System.Text.RegularExpressions;

namespace PB.Sms;

/// <summary>The words of a vote, sorted: numbers, words that say it is a vote, words that say nothing, words that we do not know.</summary>
sealed partial class Tokens
{
    readonly List<int> numbers = [];
    readonly List<int> places = [];

    public IReadOnlyList<int> Numbers => numbers;

    /// <summary>Places in an order that were named: 1st, second.</summary>
    public IReadOnlyList<int> Places => places;

    public bool HasNumbers => numbers.Count > 0;
    public bool VoteWord { get; private set; }
    public bool Welsh { get; private set; }

    /// <summary>Whether a number was written in words, or a project named by its title.</summary>
    public bool Guessed { get; private set; }

    /// <summary>Whether a word turns numbers round or leaves a choice.</summary>
    public bool Doubts { get; private set; }

    public bool Compound { get; private set; }
    public bool SaysMoney { get; private set; }

    /// <summary>Whether four digits or more stand together.</summary>
    public bool LongRun { get; private set; }

    public int Unknown { get; private set; }

    public static Tokens Of(string text, IReadOnlyDictionary<int, string> titles)
    {
        var tokens = new Tokens();
        var words = Phrase.Of(text).Words.SelectMany(Parts).ToList();
        if (!words.Any(word => word.Any(char.IsAsciiDigit)))
            tokens.TakeTitles(words, titles);
        for (var i = 0; i < words.Count; i++)
            tokens.Take(words[i], i + 1 < words.Count ? words[i + 1] : null);
        return tokens;
    }

    void Take(string word, string? next)
    {
        if (NumberWords.Place(word) is { } place)
            places.Add(place);
        else if (word.Any(char.IsAsciiDigit))
            TakeDigits(word);
        else if (NumberWords.IsCompound(word, next))
            Compound = true;
        else if (NumberWords.Value(word) is { } number)
            (Guessed, _) = (true, Add(number));
        else
            TakeWord(word);
    }

    void TakeDigits(string word)
    {
        var digits = word.All(sign => char.IsAsciiDigit(sign) || sign is 'O' or 'I' or 'L') ? word.Replace('O', '0').Replace('I', '1').Replace('L', '1') : null;
        if (digits is null)
            Doubts = true;
        else if (digits.Length > 3)
            LongRun = true;
        else
            Add(int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    void TakeWord(string word)
    {
        if (Lexicon.Vote.Contains(word))
            (VoteWord, Welsh) = (true, Welsh || Lexicon.WelshVote.Contains(word));
        else if (Lexicon.Doubt.Contains(word))
            Doubts = true;
        else if (Lexicon.Money.Contains(word))
            SaysMoney = true;
        else if (!Lexicon.Filler.Contains(word) && word.Any(char.IsLetter))
            Unknown++;
    }

    // Where no number is written, a project's own title names it; its words then say no more.
    void TakeTitles(List<string> words, IReadOnlyDictionary<int, string> titles)
    {
        foreach (var (number, title) in titles.OrderByDescending(project => project.Value.Length))
        {
            var wanted = Phrase.Of(title).Words;
            for (var at = 0; wanted.Count > 0 && at + wanted.Count <= words.Count; at++)
            {
                if (!words.Skip(at).Take(wanted.Count).SequenceEqual(wanted))
                    continue;
                words.RemoveRange(at, wanted.Count);
                Add(number);
                Guessed = true;
                break;
            }
        }
    }

    bool Add(int number)
    {
        numbers.Add(number);
        return true;
    }

    // VOTE12, PROJECT12 and V12 are two words; 1O is one.
    static IEnumerable<string> Parts(string word)
    {
        if (word.All(sign => char.IsAsciiDigit(sign) || sign is 'O' or 'I' or 'L'))
            return [word];
        var glued = Glued().Match(word);
        return glued.Success && (Lexicon.Vote.Contains(glued.Groups[1].Value) || Lexicon.Filler.Contains(glued.Groups[1].Value) || glued.Groups[1].Value is "NO" or "P")
            ? glued.Groups[1].Value == "NO" ? [glued.Groups[2].Value] : [glued.Groups[1].Value, glued.Groups[2].Value]
            : [word];
    }

    [GeneratedRegex("^([^0-9]+)([0-9].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Glued();
}
