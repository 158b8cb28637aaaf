using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Funds;
using PB.Outbox;

namespace PB.Grants.Awards;

/// <summary>The mails about a grant that comes to another adult or organisation. None says why: that stays on the site.</summary>
public sealed class HandoverLetters(PbContext db, SiteAddress site, IStringLocalizer<HandoverLetters> text, TimeProvider clock)
{
    /// <param name="members">Who decides on another organisation; null where the adult alone is another.</param>
    public async Task AskedAsync(Handover handover, Award award, IReadOnlySet<Guid>? members, CancellationToken cancel)
    {
        var page = await PageAsync(award, cancel);
        Write(handover, "group", await AllAsync(award, cancel), text["Payments wait: {0}", award.Ref],
            text["The grant {0} comes to another adult or another organisation. Nothing is paid until the new adult has signed.\n\n{1}", award.Ref, page]);
        if (members is null)
            WriteToAdult(handover, award, page);
        else
            Write(handover, "panel", await db.Users.Where(person => members.Contains(person.Id) && person.Email != null).Select(person => person.Email!).ToListAsync(cancel),
                text["Say yes or no: may a grant go to another organisation?"],
                text["The organisation that holds the money for {0} cannot go on. May another one take it over? Say yes or no:\n\n{1}", award.Ref, page], DayTime.FromMorning(handover.AskedAt, "Europe/London"));
    }

    public async Task SettledAsync(Handover handover, Award award, CancellationToken cancel)
    {
        var page = await PageAsync(award, cancel);
        var officers = await db.AddressesOfAsync(award.FundId, FundRole.AccountableOfficer, clock.GetUtcNow(), cancel);
        Write(handover, "settled", [.. await db.AddressesOfGroupAsync(award.ApplicationId, cancel), .. officers], text["The panel has answered: {0}", award.Ref],
            handover.AgreedAt is null
                ? text["The panel does not want the grant {0} to go to another organisation.\n\n{1}", award.Ref, page]
                : text["The panel says yes: the grant {0} can go to another organisation. Its adult signs next.\n\n{1}", award.Ref, page]);
        if (handover.AgreedAt is not null)
            WriteToAdult(handover, award, page);
    }

    public async Task SignedAsync(Handover handover, Award award, CancellationToken cancel) =>
        Write(handover, "signed", await AllAsync(award, cancel), text["The new adult has signed: {0}", award.Ref],
            handover.IsNewHost
                ? text["The grant {0} is with another organisation now. A finance officer looks into it and rings it about its account before any money moves.\n\n{1}", award.Ref, await PageAsync(award, cancel)]
                : text["Another adult looks after the grant {0} now. Payments go on.\n\n{1}", award.Ref, await PageAsync(award, cancel)]);

    void WriteToAdult(Handover handover, Award award, Uri page) => Write(handover, "adult", [handover.AdultEmail], text["Would you look after a grant? {0}", award.Ref],
        text["A group of young people has a grant, and needs an adult of the organisation that holds the money. Read what you would agree to, and sign:\n\n{0}/signing", page]);

    async Task<List<string>> AllAsync(Award award, CancellationToken cancel)
    {
        var all = await db.AddressesOfGroupAsync(award.ApplicationId, cancel);
        foreach (var role in (FundRole[])[FundRole.YouthWorker, FundRole.FinanceOfficer, FundRole.AccountableOfficer])
            all.AddRange(await db.AddressesOfAsync(award.FundId, role, clock.GetUtcNow(), cancel));
        return all;
    }

    void Write(Handover handover, string kind, IEnumerable<string> to, string subject, string body, DateTimeOffset? from = null)
    {
        foreach (var address in to.Distinct(StringComparer.OrdinalIgnoreCase))
            db.Messages.Add(new Message($"handover/{handover.Id}/{kind}/{address}", address, subject, body, from ?? clock.GetUtcNow()));
    }

    async Task<Uri> PageAsync(Award award, CancellationToken cancel) =>
        site.Of($"funds/{await db.Funds.Where(fund => fund.Id == award.FundId).Select(fund => fund.Slug).SingleAsync(cancel)}/awards/{award.Ref}/handover");
}
