using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;

namespace PB.Grants.Panels;

/// <summary>The mails that ask members about one of them. They name nobody.</summary>
public sealed class RemovalLetters(PbContext db, SiteAddress site, IStringLocalizer<RemovalLetters> text)
{
    /// <param name="removal">What the panel is asked.</param>
    /// <param name="about">The member: they are told too, and can say what they think of it.</param>
    /// <param name="deciding">The members who decide.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task AskAsync(Removal removal, PanelMember about, IReadOnlySet<Guid> deciding, CancellationToken cancel)
    {
        var panel = await (from one in db.Panels
                           where one.Id == about.PanelId
                           join fund in db.Funds on one.FundId equals fund.Id
                           select new { one.Name, Path = "funds/" + fund.Slug + "/panels/" + one.Slug + "/removals" }).SingleAsync(cancel);
        foreach (var person in await db.Users.Where(one => deciding.Contains(one.Id) || one.Id == about.PersonId).Select(one => new { one.Id, one.Email }).ToListAsync(cancel))
            db.Messages.Add(new Message($"grants/removal/{removal.Id}/{person.Id}", person.Email!, text["“{0}”: a question about our panel", panel.Name],
                person.Id == about.PersonId
                    ? text["A coordinator asks the panel whether your time on it should end. Read why, and talk to a coordinator or to the safeguarding lead if you see it differently:\n\n{0}", site.Of(panel.Path)]
                    : text["A coordinator asks you something about our panel. Read it, and say yes or no in the next fourteen days:\n\n{0}", site.Of(panel.Path)],
                DayTime.FromMorning(removal.AskedAt)));
    }
}
