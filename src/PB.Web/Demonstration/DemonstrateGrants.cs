using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.People;
using PB.Tally;
using Decision = PB.Grants.Meetings.Decision;

namespace PB.Web.Demonstration;

/// <summary>What came of the demonstration's first call: a grant that was accepted, one that is offered, and a group that reads why not.</summary>
sealed class DemonstrateGrants(PbContext db, Dictionary<string, Person> people, FundPot pot)
{
    public async Task GiveAsync(Call call, IReadOnlyList<Application> ideas)
    {
        var (met, told) = (call.Dates.MeetingOn!.Value, call.Dates.PublishesAt!.Value);
        var meeting = new Meeting(call, call.PanelId, new MeetingPlan(met, "Town hall, room 2", "first snow", people["Yara Wood"].Id), met);
        meeting.Plan(ideas.Select(idea => idea.Id), met);
        meeting.Open(met);
        meeting.Close(met.AddHours(2));
        db.Add(meeting);
        var decisions = meeting.Items.Zip(ideas, (item, idea) => Decide(item, idea, isYes: item.Number < meeting.Items.Count, told)).ToList();
        call.Publish(told);
        await db.SaveChangesAsync();
        var running = await OfferAsync(ideas[0], decisions[0], told.AddDays(2));
        await OfferAsync(ideas[1], decisions[1], told.AddDays(4));
        Accept(running, ideas[0], told.AddDays(5));
        SayWhyNot(ideas[^1], told.AddDays(3));
        await db.SaveChangesAsync();
    }

    Decision Decide(Item item, Application idea, bool isYes, DateTimeOffset told)
    {
        var at = told.AddDays(-5);
        var vote = new Vote(item.MeetingId, item.Id, (VoteStage.Fund, VoteSecrecy.Hands), 6, at);
        vote.Close(isYes ? new YesNo(9, 1, 1) : new YesNo(3, 7, 1), at);
        item.Begin(at);
        item.ClearRoom(at);
        item.Decide(at);
        var sum = isYes ? idea.Amounts.Requested : Money.Zero;
        var words = isYes ? new DecisionWords("Many will have something of it.", "Thank you. We look forward to it.") : new DecisionWords("It is for few, and much of the money.", "Ask us again for something that more can use.");
        var decision = new Decision(item, vote, new DecisionDraft(isYes ? DecisionOutcome.Fund : DecisionOutcome.No, sum, isYes ? [new PotShare(pot.Id, sum)] : [], false, words), people["Ade Bello"].Id, at);
        decision.Sign(people["Alan Price"].Id, told.AddDays(-2));
        decision.Release(told);
        db.AddRange(vote, decision);
        return decision;
    }

    async Task<Award> OfferAsync(Application idea, Decision decision, DateTimeOffset at)
    {
        var award = new Award(new OfferedTo(idea.Id, pot.FundId, idea.Ref!, decision.Id), decision.Amount, people["Yara Wood"].Id, at);
        award.Draft(new OfferTerms { Instalments = [new InstalmentPlan(decision.Amount, DateOnly.FromDateTime(at.AddDays(7).DateTime))] });
        db.Add(award);
        await db.SaveChangesAsync();
        award.Sign(people["Alan Price"].Id, [new PotShare(pot.Id, decision.Amount)], at.AddHours(3));
        decision.Commit(at.AddHours(3));
        db.Add(new PotEntry(pot.Id, PotEntryKind.Commit, decision.Amount, new EntryReason($"Offer {award.Ref}", people["Alan Price"].Id, award.Id), at.AddHours(3)));
        return award;
    }

    void Accept(Award award, Application idea, DateTimeOffset at)
    {
        award.AcceptAsLead(idea.LeadId, at);
        award.AcceptAsAdult(idea.AdultId!.Value, at.AddHours(2));
        db.Add(new Report(award.Id, ReportKind.Final, DateOnly.FromDateTime(at.AddDays(60).DateTime), at));
    }

    void SayWhyNot(Application idea, DateTimeOffset at)
    {
        var bands = new Dictionary<int, Band> { [1] = Band.Little, [2] = Band.Some, [3] = Band.Little, [4] = Band.Some };
        var feedback = new Feedback(idea.Id, new FeedbackWords("You know exactly what you want.", "Your club is open on four evenings a week.", "Say who else would use it, and ask two shops what it costs.", bands), people["Yara Wood"].Id, at);
        feedback.Send(people["Yusuf Ali"].Id, at.AddDays(1));
        db.Add(feedback);
    }
}
