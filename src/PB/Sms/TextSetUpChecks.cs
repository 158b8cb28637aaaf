using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Sms;

/// <summary>What is wrong with how somebody wants a round to be voted on by text, before it is too late to say so.</summary>
public static class TextSetUpChecks
{
    public const int LongestName = 12, LongestPhone = 13, LongestAddress = 16, ShortestKeyword = 3, LongestKeyword = 10;

    public static async Task<IReadOnlyList<TextSetUpFault>> FaultsAsync(this PbContext db, TextSetUp setUp, DateTimeOffset now, CancellationToken cancel)
    {
        var faults = new List<TextSetUpFault>();
        if (setUp.Keyword.Length is < ShortestKeyword or > LongestKeyword || !setUp.Keyword.All(char.IsAsciiLetterUpper))
            faults.Add(TextSetUpFault.KeywordForm);
        else if (Lexicon.IsTaken(setUp.Keyword))
            faults.Add(TextSetUpFault.KeywordMeansSomething);
        else if (await IsUsedAsync(db, setUp, now, cancel))
            faults.Add(TextSetUpFault.KeywordUsed);
        if (setUp.Name.Length == 0 || Gsm7.Septets(setUp.Name) is null or > LongestName)
            faults.Add(TextSetUpFault.Name);
        if (setUp.HelpPhone.Length == 0 || Gsm7.Septets(setUp.HelpPhone) is null or > LongestPhone)
            faults.Add(TextSetUpFault.HelpPhone);
        if (setUp.ShortAddress.Length == 0 || Gsm7.Septets(setUp.ShortAddress) is null or > LongestAddress)
            faults.Add(TextSetUpFault.ShortAddress);
        return faults;
    }

    // Two live rounds on one number need two names.
    static Task<bool> IsUsedAsync(PbContext db, TextSetUp setUp, DateTimeOffset now, CancellationToken cancel)
    {
        var (round, keyword, numbers) = (setUp.RoundId, setUp.Keyword, setUp.Numbers.Select(number => number.NumberId).ToList());
        return db.Set<TextSetUp>().AnyAsync(other => other.RoundId != round && other.Keyword == keyword && other.Numbers.Any(n => numbers.Contains(n.NumberId))
            && db.Rounds.Any(r => r.Id == other.RoundId && r.CancelledAt == null && (r.Calendar.VotingUntil == null || r.Calendar.VotingUntil > now.AddDays(-30))), cancel);
    }
}

/// <summary>Something that cannot stay so.</summary>
public enum TextSetUpFault
{
    KeywordForm,

    /// <summary>The word is a command, a number, or a word that the provider acts upon.</summary>
    KeywordMeansSomething,

    /// <summary>Another round on the same number is called so.</summary>
    KeywordUsed,
    Name,
    HelpPhone,
    ShortAddress,
}
