using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.PublicVotes;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;
using PB.Web.Rounds.Setup;

namespace PB.Web.Grants.PublicVotes;

public sealed class PublicVoteForm
{
    [Display(Name = "What is the vote called?")]
    [Required(ErrorMessage = "Give the vote a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    [RegularExpression(@".*[\p{L}\p{Nd}].*", ErrorMessage = "The name needs a letter")]
    public string? Title { get; set => field = Typed.Line(value); }

    [Display(Name = "Who votes?")]
    public PublicVoters Voters { get; set; }

    [Display(Name = "The youngest who can vote")]
    [Range(5, 25, ErrorMessage = "Write an age from 5 to 25")]
    public int MinimumAge { get; set; } = 11;

    [Display(Name = "Where?")]
    public Guid[] Places { get; set; } = [];

    [Display(Name = "How many plans can somebody choose?")]
    [Range(1, 20, ErrorMessage = "Write a number from 1 to 20")]
    public int MaxChoices { get; set; } = 3;

    [Display(Name = "Voting opens")]
    public CivicTime Opens { get; set; } = new();

    [Display(Name = "Voting closes")]
    public CivicTime Closes { get; set; } = new();

    internal PublicVotePage Page { get; set; } = null!;

    internal static PublicVoteForm Of(PublicVotePage page) => new()
    {
        Page = page,
        Title = page.Call.Title,
        Places = page.Fund.NeighbourhoodId is { } own ? [own] : [],
        MinimumAge = page.Fund.Ages.Min,
    };

    /// <returns>What is wanted; null where something is missing.</returns>
    internal PublicVoteOrder? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var places = Page.Places.Select(place => Guid.Parse(place.Value)).Intersect(Places).ToList();
        if (places.Count == 0)
            faults.AddModelError(nameof(Places), text["Choose at least one neighbourhood"]);
        var (from, until) = (Moment(nameof(Opens), Opens, "Voting opens", faults, text), Moment(nameof(Closes), Closes, "Voting closes", faults, text));
        return faults.IsValid ? new PublicVoteOrder(Title!, places, from!.Value, until!.Value) { Voters = Voters, MaxChoices = MaxChoices, MinimumAge = MinimumAge } : null;
    }

    DateTimeOffset? Moment(string field, CivicTime time, string label, ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        if (time.Read(Page.Call.TimeZone, out var moment) is { } refusal)
            faults.AddModelError($"{field}.{(CivicTimeWords.IsAboutTheDay(refusal) ? "Day" : "Hour")}", text[CivicTimeWords.Sentence(refusal), text[label].Value]);
        else if (moment is null)
            faults.AddModelError($"{field}.Day", text["Say when voting opens and when it closes"]);
        return moment;
    }
}

/// <param name="Plans">What the panel put on the ballot, as far as whoever asks may know of it.</param>
public sealed record PublicVotePage(Fund Fund, Call Call, IReadOnlyList<PublicVotePage.Plan> Plans)
{
    public IReadOnlyList<Choice> Places { get; init; } = [];

    /// <summary>The round, once it is made.</summary>
    public Link? Round { get; init; }

    public sealed record Plan(string Title, Money Requested);

    public sealed record Link(string Slug, string Title, bool IsAnnounced);
}
