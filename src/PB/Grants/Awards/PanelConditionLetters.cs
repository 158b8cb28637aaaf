using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Meetings;
using PB.Outbox;

namespace PB.Grants.Awards;

/// <summary>The mails that ask members about a condition. They name no group and not what is asked.</summary>
public sealed class PanelConditionLetters(PbContext db, SiteAddress site, IStringLocalizer<PanelConditionLetters> text)
{
    /// <param name="members">Who decides on it, whoever wrote it down among them: they are not asked.</param>
    public async Task AskAsync(PanelCondition condition, IReadOnlySet<Guid> members, CancellationToken cancel)
    {
        var about = await (
            from own in db.Applications
            where db.Set<Decision>().Any(decision => decision.Id == condition.DecisionId && decision.ApplicationId == own.Id)
            join call in db.Calls on own.CallId equals call.Id
            join fund in db.Funds on call.FundId equals fund.Id
            select new { Call = call, own.Ref, fund.Slug }).SingleAsync(cancel);
        var page = site.Of($"funds/{about.Slug}/calls/{about.Call.Slug}/panel-decisions/{about.Ref}/conditions");
        foreach (var person in await db.Users.Where(one => members.Contains(one.Id) && one.Id != condition.ProposedBy).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"panel-condition/{condition.Id}/{person.Id}", person.Email!, text["“{0}”: say yes or no to a condition", about.Call.Title],
                text["The chair asks whether a group has to do something for its money. Say yes or no in the next seven days:\n\n{0}", page], DayTime.FromMorning(condition.ProposedAt, about.Call.TimeZone)));
    }
}
