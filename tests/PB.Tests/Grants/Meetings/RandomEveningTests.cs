using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Meetings;
using PB.Tally;
using PB.Tests.Faults;
using Decision = PB.Grants.Meetings.Decision;

namespace PB.Tests.Grants.Meetings;

/// <summary>Whatever people try in a meeting, in whatever order, what is decided follows from what was voted.</summary>
public sealed class RandomEveningTests : MeetingTest
{
    readonly Dice dice = new(31);
    readonly HashSet<(Guid Vote, Guid Person)> inConflict = [];
    Guid meeting;

    [Fact]
    public async Task I04_I06_I07_after_any_acts_of_anybody_each_decision_equals_its_votes_and_nobody_in_conflict_has_voted()
    {
        var all = await ApplyAsync(new CallRules(), ("Pitch", 1000), ("Stage", 800), ("Bikes", 1500), ("Boats", 60));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli", "Fay");
        meeting = Guid.Parse(Room.Split('/')[^1]);
        for (var act = 0; act < 160; act++)
        {
            Clock.MoveTo(Clock.GetUtcNow().AddSeconds(1));
            await TryAsync(all);
        }

        var decisions = await WithDbAsync(db => db.Set<Decision>().AsNoTracking().ToListAsync());
        var votes = await WithDbAsync(db => db.Set<Vote>().AsNoTracking().OrderBy(v => v.OpenedAt).ToListAsync());
        Assert.InRange(decisions.Count, 2, 4);
        Assert.All(decisions, decision => Assert.Equal(Expected(decision, all, votes), (decision.Outcome is DecisionOutcome.No, decision.Amount.MinorUnits)));
        Assert.All(decisions, decision => Assert.True(decision.Amount.MinorUnits == 0 || decision.Amount.MinorUnits >= 50_00 && decision.Amount <= all.Single(a => a.Id == decision.ApplicationId).Amounts.Requested));
        Assert.Empty(inConflict);
    }

    static (bool IsNo, long Pence) Expected(Decision decision, List<Application> all, List<Vote> votes)
    {
        var own = votes.Where(vote => vote.ItemId == decision.ItemId).ToList();
        var fund = votes.Single(vote => vote.Id == decision.VoteId);
        var amount = own.LastOrDefault(vote => vote.Stage is VoteStage.Amount || vote is { Stage: VoteStage.Lines } && vote.Yes > vote.No && 2 * vote.Yes >= vote.Quorum)?.Amount ?? 0;
        var offered = own[^1] is { Stage: VoteStage.OfferAnyway } last && last.Yes > last.No && 2 * last.Yes >= last.Quorum;
        var viable = all.Single(a => a.Id == decision.ApplicationId).Amounts.Viable.MinorUnits;
        var funded = fund.Yes > fund.No && 2 * fund.Yes >= fund.Quorum && amount > 0 && (amount >= viable || offered);
        return (!funded, funded ? amount : 0);
    }

    async Task TryAsync(List<Application> all)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var table = (await scope.ServiceProvider.GetRequiredService<MeetingShelf>().LookAsync(meeting, CancellationToken.None))!;
        var (item, person) = (table.Meeting.AtHand ?? table.Meeting.Items[dice.Below(4)], People[FirstName(All[dice.Below(7)])].Id);
        var leader = dice.In(90) && table.LeaderOf(table.Meeting.AtHand) is { } leading ? leading : person;
        if (table.OpenVote is { } vote && dice.In(70))
            await CastAsync(scope.ServiceProvider, table, vote, person);
        else
            await LeadAsync(scope.ServiceProvider, table, item, leader);
        if (dice.In(2)) await DeclareAsync(FirstName(All[dice.Below(4) + 2]), all[dice.Below(4)], ConflictLevel.Conflict);
    }

    async Task CastAsync(IServiceProvider services, MeetingTable table, Vote vote, Guid person)
    {
        var choice = vote.Stage is VoteStage.Amount ? dice.In(80) ? $"{dice.Below(160) * 10_00}" : "None" : dice.In(70) ? "Yes" : dice.In(70) ? "No" : "Abstain";
        if (await services.GetRequiredService<VoteDesk>().CastAsync(vote.Id, person, choice, CancellationToken.None) is null && table.ItemOf(vote) is { } item && table.HasConflict(item, person))
            inConflict.Add((vote.Id, person));
    }

    Task<MeetingRefusal?> LeadAsync(IServiceProvider services, MeetingTable table, Item item, Guid leader)
    {
        var (items, votes) = (services.GetRequiredService<ItemDesk>(), services.GetRequiredService<VoteDesk>());
        var words = new DecisionWords("So it came out.", "");
        return dice.Below(12) switch
        {
            0 or 1 => items.BeginAsync(meeting, item.Id, leader, CancellationToken.None),
            2 => items.ClearRoomAsync(meeting, item.Id, leader, CancellationToken.None),
            3 or 4 => votes.OpenAsync(meeting, item.Id, (VoteStage)dice.Below(5), leader, CancellationToken.None),
            5 or 6 or 7 => table.OpenVote is { } vote ? votes.CloseAsync(meeting, vote.Id, leader, null, CancellationToken.None) : votes.OpenAsync(meeting, item.Id, dice.In(60) ? VoteStage.Fund : VoteStage.Amount, leader, CancellationToken.None),
            8 => services.GetRequiredService<LinesDesk>().ApproveAsync(meeting, item.Id, leader, (new Dictionary<int, Money> { [1] = new(dice.Below(2000) * 100) }, new YesNo(dice.Below(7), dice.Below(3), 0)), CancellationToken.None),
            9 => items.PullOutAsync(meeting, item.Id, leader, CancellationToken.None),
            _ => services.GetRequiredService<DecisionDesk>().DeclareAsync(meeting, item.Id, leader, (words, dice.In(50)), CancellationToken.None),
        };
    }
}
