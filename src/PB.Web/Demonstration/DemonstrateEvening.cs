using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Grants.Panels;
using PB.People;

namespace PB.Web.Demonstration;

/// <summary>The panel's evening, tonight: everybody has marked and is in the room, and the chair can begin.</summary>
sealed class DemonstrateEvening(PbContext db, Dictionary<string, Person> people, DateTimeOffset now)
{
    const string WithAStake = "Kit Owen";

    readonly List<Guid> deciding = [.. SignIns.Young.Where(young => young.Role is not PanelRole.Trainee).Select(young => people[young.Name].Id)];

    public async Task MeetAsync(Call call, IReadOnlyList<Application> ideas)
    {
        var read = now.AddDays(-5);
        (Application Idea, int Seat)[] all = [.. ideas.SelectMany(_ => Enumerable.Range(0, deciding.Count), (idea, seat) => (idea, seat))];
        db.AddRange(all.Select(one => new ConflictDeclaration(one.Idea.Id, deciding[one.Seat], StakeIn(one.Idea, one.Seat), read)));
        await db.SaveChangesAsync();
        db.AddRange(all.Where(one => StakeIn(one.Idea, one.Seat).Level is ConflictLevel.None).Select(one => CardOn(call, one.Idea, one.Seat, read)));
        Open(call, ideas);
        await db.SaveChangesAsync();
    }

    // One goes to the school that one of them comes from.
    ConflictWords StakeIn(Application idea, int seat) =>
        idea.Group.GroupKind is GroupKind.SchoolGroup && deciding[seat] == people[WithAStake].Id ? new(ConflictLevel.Conflict, ConflictReason.SchoolClub) : new(ConflictLevel.None);

    Card CardOn(Call call, Application idea, int seat, DateTimeOffset at)
    {
        var card = new Card(idea.Id, deciding[seat], at);
        foreach (var criterion in call.Criteria)
            card.Answer(criterion.Id, 2 + (idea.Title.Length + seat + 2 * criterion.Number) % 4);
        card.HandIn(at.AddHours(1));
        return card;
    }

    void Open(Call call, IReadOnlyList<Application> ideas)
    {
        const string seed = "harvest moon";
        var meeting = new Meeting(call, call.PanelId, new MeetingPlan(now, "Town hall, the room with the sofas", seed, people["Yara Wood"].Id), now);
        meeting.Plan(ideas.Select(idea => idea.Id), now);
        foreach (var young in deciding)
            meeting.Come(young, AttendanceKind.Member, now);
        meeting.Come(people["Lou Marsh"].Id, AttendanceKind.Observer, now);
        foreach (var adult in (string[])["Yara Wood", "Yusuf Ali"])
            meeting.Come(people[adult].Id, AttendanceKind.Adult, now);
        meeting.Open(now);
        var all = $"{deciding.Count}";
        meeting.Write(MinuteKind.Opened, null, now, all, all, seed);
        db.Add(meeting);
    }
}
