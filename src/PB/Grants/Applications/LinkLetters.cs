using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;

namespace PB.Grants.Applications;

/// <summary>The mails to the leads of two plans for one event. Neither names the other plan: the coordinator who knows both brings the groups together.</summary>
public sealed class LinkLetters(PbContext db, SiteAddress site, IStringLocalizer<LinkLetters> text)
{
    public async Task LinkedAsync(IReadOnlyList<Application> both, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var own in both)
            await WriteAsync($"plan-link/{both[0].Id}/{both[1].Id}/{own.Id}", own.Id, text["Another group plans for the same event"],
                text["Another group has a plan for the same event as you. The panel talks about both plans together. If you like, one of you can join the other.\n\n{0}", Page(own.Id)], now, cancel);
    }

    public Task AskedAsync(Guid link, Guid asked, DateTimeOffset now, CancellationToken cancel) =>
        WriteAsync($"plan-join/{link}", asked, text["Another group would like to join you"],
            text["The other group with a plan for the same event would like to join yours. Say yes, or leave it as it is.\n\n{0}", Page(asked)], now, cancel);

    public Task JoinedAsync(Guid joiner, DateTimeOffset now, CancellationToken cancel) =>
        WriteAsync($"plan-joined/{joiner}", joiner, text["You have joined the other group"],
            text["The other group said yes. Your plan is taken back, and theirs stands for both of you.\n\n{0}", Page(joiner)], now, cancel);

    Uri Page(Guid id) => site.Of($"applications/{id}");

    async Task WriteAsync(string key, Guid application, string subject, string body, DateTimeOffset now, CancellationToken cancel)
    {
        var address = await db.Applications.Where(own => own.Id == application).Join(db.Users, own => own.LeadId, lead => lead.Id, (_, lead) => lead.Email).SingleAsync(cancel);
        if (address is not null)
            db.Messages.Add(new Message(key, address, subject, body, DayTime.FromMorning(now)));
    }
}
