using System.Globalization;
using Microsoft.Extensions.Localization;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Roll;

/// <summary>Who may vote and how it is proved, in sentences made from the data of the round.</summary>
static class EligibilityWords
{
    public static IEnumerable<string> Sentences(this IStringLocalizer<Words> text, Eligibility rules)
    {
        yield return text[Who(rules.Connections)];
        if (rules.Membership is { } community)
            yield return text["You must belong to: {0}. Your word is enough.", community];
        if (Ages(text, rules) is { } ages)
            yield return ages;
        yield return text["Each person has one vote. Organisations do not vote."];
    }

    public static IEnumerable<string> Proofs(this IStringLocalizer<Words> text, Eligibility rules) =>
        from proof in Enum.GetValues<Proofs>() where rules.Proofs.HasFlag(proof) select text[Proof(proof)].Value;

    /// <summary>How somebody proved themselves, as the figures of a result name it.</summary>
    public static string Class(this IStringLocalizer<Words> text, string name) => name switch
    {
        "declared" => text["By their own word, with an account"],
        "register" => text["By a match with a register"],
        "letter" => text["By a code from a letter"],
        "school" => text["By a code from school or a group"],
        "desk" => text["In person, with our staff"],
        "provisional" => text["Provisionally, and two people decided"],
        "imported" => text["In another system"],
        _ => name,
    };

    public static IEnumerable<(Connections Value, string Sentence)> Connections(Eligibility rules, IStringLocalizer<Words> text) =>
        from one in Enum.GetValues<Connections>() where rules.Connections.HasFlag(one) select (one, text[Name(one)].Value);

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A way to prove it, as a key of texts; with how much it can be relied on.</summary>
    public static string Proof(Proofs proof) => proof switch
    {
        PB.Rounds.Proofs.Declaration => "By your own word, with an account (the least sure)",
        PB.Rounds.Proofs.Register => "By a match with a register of names, birthdays and postcodes (sure)",
        PB.Rounds.Proofs.Letter => "By a code that came to you in a letter (fairly sure)",
        PB.Rounds.Proofs.School => "By a code that your teacher or the leader of your group hands out (fairly sure)",
        PB.Rounds.Proofs.Desk => "In person, with our staff (the most sure)",
        _ => throw new ArgumentOutOfRangeException(nameof(proof)),
    };

    public static string Name(Connections connection) => connection switch
    {
        PB.Rounds.Connections.Lives => "I live there",
        PB.Rounds.Connections.Works => "I work there",
        PB.Rounds.Connections.Studies => "I go to school or study there",
        _ => throw new ArgumentOutOfRangeException(nameof(connection)),
    };

    static string Who(Connections connections) => (int)connections switch
    {
        1 => "People who live in the neighbourhoods of this round.",
        2 => "People who work in the neighbourhoods of this round.",
        3 => "People who live or work in the neighbourhoods of this round.",
        4 => "People who go to school or study in the neighbourhoods of this round.",
        5 => "People who live, go to school or study in the neighbourhoods of this round.",
        6 => "People who work, go to school or study in the neighbourhoods of this round.",
        _ => "People who live, work, go to school or study in the neighbourhoods of this round.",
    };

    static string? Ages(IStringLocalizer<Words> text, Eligibility rules) => rules switch
    {
        { MinimumAge: null, MaximumAge: null } => default(string),
        { MinimumAge: { } youngest, MaximumAge: { } oldest, AgeOn: { } day } => text["You must be from {0} to {1} years old on {2}.", youngest, oldest, Day(day)],
        { MinimumAge: { } youngest, AgeOn: { } day } => text["You must be {0} or older on {1}.", youngest, Day(day)],
        { AgeOn: { } day } => text["You must be {0} or younger on {1}.", rules.MaximumAge!, Day(day)],
        { MinimumAge: { } youngest, MaximumAge: { } oldest } => text["You must be from {0} to {1} years old.", youngest, oldest],
        { MinimumAge: { } youngest } => text["You must be {0} or older.", youngest],
        _ => text["You must be {0} or younger.", rules.MaximumAge!],
    };
}
