using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Grants.Meetings;
using PB.Grants.PublicVotes;
using PB.People;
using PB.Rounds;
using Decision = PB.Grants.Meetings.Decision;

namespace PB.Web.Demonstration;

/// <summary>A call in which the panel chose what goes on a ballot and pupils decided: from the panel's evening to what everybody was told.</summary>
sealed class DemonstratePublicVote(PbContext db, Dictionary<string, Person> people, DemonstratePupils pupils, IServiceProvider services)
{
    public async Task HoldAsync(Call call, IReadOnlyList<Application> ideas, Guid town)
    {
        var evening = call.Dates.MeetingOn!.Value;
        Shortlist(call, ideas, evening);
        await db.SaveChangesAsync();
        var round = await MakeAsync(call, town, evening.AddDays(1));
        await pupils.VoteAsync(round, people["Yara Wood"].Id);
        await CertifyAsync(round);
        await services.GetRequiredService<DecideByPublicVote>().RunAsync(CancellationToken.None);
        await TellAsync(call);
    }

    // The last of them is for few: the panel does not put it on the ballot.
    void Shortlist(Call call, IReadOnlyList<Application> ideas, DateTimeOffset at)
    {
        var meeting = new Meeting(call, call.PanelId, new MeetingPlan(at, "Town hall, room 2", "green leaves", people["Yara Wood"].Id), at);
        meeting.Plan(ideas.Select(idea => idea.Id), at);
        meeting.Open(at);
        db.Add(meeting);
        foreach (var (item, idea) in meeting.Items.Zip(ideas))
            Ask(meeting, item, isYes: idea != ideas[^1], at.AddMinutes(15 * item.Number));
        meeting.Close(at.AddHours(2));
    }

    void Ask(Meeting meeting, Item item, bool isYes, DateTimeOffset at)
    {
        var vote = new Vote(item.MeetingId, item.Id, (VoteStage.Fund, VoteSecrecy.Hands), 6, at);
        vote.Close(isYes ? new YesNo(10, 1, 0) : new YesNo(2, 8, 1), at);
        item.Begin(at);
        item.ClearRoom(at);
        db.Add(vote);
        if (isYes)
        {
            item.Shortlist(at);
            meeting.Write(MinuteKind.Shortlisted, item, at, "Many of us would use it.");
            return;
        }

        item.Decide(at);
        var no = new DecisionDraft(DecisionOutcome.No, PB.Tally.Money.Zero, [], false, new DecisionWords("It is for few, and the vote should be about what many can use.", "Ask us again for something that more can use."));
        db.Add(new Decision(item, vote, no, people["Ade Bello"].Id, at));
    }

    async Task<Round> MakeAsync(Call call, Guid town, DateTimeOffset at)
    {
        var clock = new DemonstrateClock(at);
        var book = new PotBook(db, clock);
        var order = new PublicVoteOrder("Pupils decide", [town], at.AddDays(3), at.AddDays(13)) { Voters = PublicVoters.Pupils, MaxChoices = 2 };
        var (slug, refusal) = await new PublicVoteDesk(db, new PromisedMoney(db, book), book, clock).MakeAsync(call, order, people["Yara Wood"].Id, CancellationToken.None);
        var round = await db.WholeRounds().SingleAsync(one => one.Slug == slug);
        if (refusal is not null)
            throw new InvalidOperationException($"No vote on {call.Title}: {refusal}");
        foreach (var (evidence, index) in DemonstrateWords.YoungPeoplesChecklist.Select((text, index) => (text, index)))
            round.GiveEvidence(index + 1, evidence);
        round.Announce(at.AddDays(1));
        await db.SaveChangesAsync();
        return round;
    }

    // The database's clock says when two people have agreed: today.
    async Task CertifyAsync(Round round)
    {
        var (subject, two) = ($"rounds/{round.Slug}", services.GetRequiredService<TwoPeople>());
        var asked = new Asked(round.Id, new Particulars { Version = 1 }, "The time for challenges is over.");
        var id = await two.AskAsync(ApprovedAct.Certify, subject, asked, new Officer(people["Ada Lind"].Id, Role.Administrator), CancellationToken.None);
        var request = await db.Set<ApprovalRequest>().AsNoTracking().SingleAsync(one => one.Id == id);
        if (await two.DecideAsync(request, subject, new Officer(people["Carys Bevan"].Id, Role.Ratifier), true, "I have counted again.") is { } refusal)
            throw new InvalidOperationException($"The vote of the pupils is not certified: {refusal}");
    }

    async Task TellAsync(Call call)
    {
        var desk = services.GetRequiredService<ReferralDesk>();
        foreach (var decision in await db.LastDecisions().Where(one => db.Applications.Any(own => own.Id == one.ApplicationId && own.CallId == call.Id)).Select(one => one.Id).ToListAsync())
            await desk.SignAsync(decision, people["Alan Price"].Id, CancellationToken.None);
        await services.GetRequiredService<Release>().ReleaseAsync(call.Id, people["Yara Wood"].Id, $"funds/{DemonstrateFund.Slug}/calls/{call.Slug}", CancellationToken.None);
    }
}
