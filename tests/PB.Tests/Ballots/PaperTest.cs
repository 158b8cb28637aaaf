using Microsoft.EntityFrameworkCore;
using PB.People;
using PB.Proposals;
using PB.Rounds;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Ballots;

/// <summary>A round in Eastfield after its ideas are in, with a manager and an officer who lets projects through.</summary>
public abstract class PaperTest : BallotTest
{
    protected const string RoundPath = "/rounds/eastfield-2027", Paper = RoundPath + "/ballot-paper";

    protected Round Round { get; private set; } = null!;
    protected Person Officer { get; private set; } = null!;
    protected Browser Manager { get; private set; } = null!;

    protected override async Task SettleAsync()
    {
        Round = await AnnouncedRoundAsync();
        Officer = await OfficerAsync();
        Manager = await SignedInAsync(await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro")));
        await MoveToAsync(Dates.ScreeningFrom!.Value);
    }

    /// <summary>A resident's project that an officer let through.</summary>
    protected Task PassedAsync(int number, string title, long? price = null, long? eachYear = null) => ChangeAsync(db =>
    {
        var proposal = new Proposal(Round.Id, Provenance.Resident, Clock.GetUtcNow());
        proposal.BelongTo(null, "Bryn", $"bryn{number}@example.org", null);
        proposal.Write(title, $"About {title}.", new Money(1000_00));
        proposal.Detail(new DraftDetails { RunningCosts = eachYear is { } sum ? new Money(sum * 100) : null });
        proposal.Locate("River Walk", null, null);
        proposal.Submit(number, Clock.GetUtcNow());
        if (price is { } set)
            proposal.SetPrice(new Money(set * 100));
        db.AddRange(proposal, new ScreeningDecision(proposal.Id, Officer.Id, new ScreeningAnswer(true, null, "It can be done.", "Vote."), Clock.GetUtcNow()));
        return Task.CompletedTask;
    });
}
