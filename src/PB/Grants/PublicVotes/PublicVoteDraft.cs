using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Rounds;
using PB.Tally;

namespace PB.Grants.PublicVotes;

/// <summary>Writes the draft of a round on what a panel shortlisted: who votes, on what, by which promise.</summary>
sealed class PublicVoteDraft(Fund fund, Call call, string panel, PublicVoteOrder order)
{
    // Younger people vote in a round for young people, for which somebody goes through the list of what keeps them safe.
    const int Grown = 16;

    public Round Make(string slug, Money amount, Guid coordinator, DateTimeOffset now)
    {
        var round = new Round(order.Title, slug, coordinator, now);
        round.Describe(order.Title, slug, $"Young people have read what groups asked for in “{call.Title}”, and chose these plans. You decide which of them get the money.", call.TimeZone, round.Currency);
        round.SetKind(startsFromCouncilOptions: false, forYoungPeople: order.MinimumAge < Grown);
        round.TakeShortlistOf(panel);
        round.TakePlaceIn(order.Neighbourhoods);
        round.FillPot(fund.Name, amount, $"{fund.Body.Name}, by the ledger of “{fund.Name}”", DayOf(now), "What the fund’s own rules say holds here too.");
        round.Schedule(new RoundCalendar { VotingFrom = order.From, VotingUntil = order.Until });
        round.SayPromise(RoundPhase.Voting, Promise);
        round.SetRules(new BallotRules { MaxChoices = order.MaxChoices }, publishAtOnce: true);
        round.SetEligibility(Eligibility);
        var told = DayOf(call.Dates.PublishesAt ?? order.Until);
        round.SetFeedback(told > DayOf(order.Until) ? told : DayOf(order.Until).AddDays(14), "This page, and the page of the fund");
        return round;
    }

    // The body may send a decision back, and refuse on three grounds: to say that nobody can overrule people would not be honest.
    PromiseWords Promise => new(Influence.Collaborate,
        "Which of these plans get the money", "The plans, which the panel chose, and the money, which the fund has",
        "You do: the plans with the most votes are paid for, as far as the money goes",
        $"{fund.Body.Name} can send a result back to the panel on six grounds, and refuse to pay only where it would break the law, where somebody would not be safe, or where there is no money. It says so in public.", true);

    Eligibility Eligibility => new()
    {
        MinimumAge = order.Voters is PublicVoters.Pupils ? null : order.MinimumAge,
        Proofs = order.Voters is PublicVoters.Pupils ? Proofs.School : Proofs.Declaration,
        Connections = order.Voters is PublicVoters.Pupils ? Connections.Studies : Connections.Lives,
        InWords = order.Voters is PublicVoters.Pupils
            ? "Every pupil who gets a code at school. Each code is for one pupil and one vote."
            : $"Everybody of {order.MinimumAge} and over who lives here",
    };

    DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(LocalTime.ToLocal(moment, call.TimeZone));
}
