using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Applications;
using PB.Grants.Funds;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Outbox;

namespace PB.Grants.Awards;

/// <summary>The mails about an offer and its money, written in the transaction of what they tell of. None has a sum or a name in its subject.</summary>
public sealed class AwardLetters(PbContext db, SiteAddress site, IStringLocalizer<AwardLetters> text, TimeProvider clock)
{
    /// <summary>The time that the letters go by.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OfferedAsync(Award award, Application project, CancellationToken cancel) => Write(
        $"award/{award.Id}/offer", await db.AddressesOfGroupAsync(award.ApplicationId, cancel), text["An offer for “{0}”", project.Title],
        text["There is a grant for “{0}”. The young lead and the supporting adult both have to say yes by {1}.\n\nRead the offer: {2}",
            project.Title, award.ExpiresAt!.Value.UtcDateTime.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")), await AddressAsync(award, cancel)]);

    /// <param name="days">How many days are left at the most; each number is written about once.</param>
    public async Task OfferEndsAsync(Award award, int days, CancellationToken cancel)
    {
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"award/{award.Id}/offer-ends/{award.ExpiresAt!.Value.UtcDateTime:yyyy-MM-dd}/{days}");
        if (!await db.Messages.AnyAsync(message => message.Key.StartsWith(key + "/"), cancel))
            Write(key, await db.AddressesOfGroupAsync(award.ApplicationId, cancel), text["The offer {0} waits for your yes", award.Ref],
                text["The young lead and the supporting adult both have to say yes by {0}. After that the money goes to another group.\n\n{1}",
                    award.ExpiresAt!.Value.UtcDateTime.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")), await AddressAsync(award, cancel)]);
    }

    public async Task ReleasedAsync(Award award, CancellationToken cancel)
    {
        var address = await AddressAsync(award, cancel);
        Write($"award/{award.Id}/released", await db.AddressesOfGroupAsync(award.ApplicationId, cancel), text["The offer {0} is over", award.Ref],
            award.DeclinedAt is null
                ? text["Not both of you said yes in time, so the offer is over and the money goes to another group.\n\n{0}", address]
                : text["You said no to the offer, so the money goes to another group.\n\n{0}", address]);
        Write($"award/{award.Id}/reserve", await db.AddressesOfAsync(award.FundId, FundRole.YouthWorker, clock.GetUtcNow(), cancel), text["Money is free again: {0}", award.Ref],
            await NextAsync(award, cancel) is { } next
                ? text["The offer {0} was not accepted, and its money is back in the pots. Next on the reserve list is “{1}”. Ask the panel whether it gets the money.\n\n{2}", award.Ref, next.Title, address]
                : text["The offer {0} was not accepted, and its money is back in the pots. Nobody is on the reserve list.\n\n{1}", award.Ref, address]);
    }

    // The first who fits into what is free again.
    async Task<Reserve?> NextAsync(Award award, CancellationToken cancel)
    {
        var call = await db.Applications.Where(application => application.Id == award.ApplicationId).Select(application => application.CallId).SingleAsync(cancel);
        return (await new ReserveList(db).OfAsync(call, [], cancel)).FirstOrDefault(reserve => reserve.Amount <= award.Amount);
    }

    public async Task AccountChangedAsync(Award award, int version, CancellationToken cancel)
    {
        var address = await AddressAsync(award, cancel);
        var group = await db.AddressesOfGroupAsync(award.ApplicationId, cancel);
        var finance = await db.AddressesOfAsync(award.FundId, FundRole.FinanceOfficer, clock.GetUtcNow(), cancel);
        Write($"award/{award.Id}/account/{version}", group.Concat(finance), text["Bank details were changed: {0}", award.Ref],
            text["The account for {0} was changed. Nothing is paid until a finance officer has rung the organisation and asked. If this was not you, tell us at once.\n\n{1}", award.Ref, address]);
    }

    /// <summary>Tells the group and the finance officers that a payment arrived, or did not.</summary>
    public async Task PaymentAsync(Award award, Payment payment, CancellationToken cancel)
    {
        var group = await db.AddressesOfGroupAsync(award.ApplicationId, cancel);
        var finance = await db.AddressesOfAsync(award.FundId, FundRole.FinanceOfficer, clock.GetUtcNow(), cancel);
        var address = await AddressAsync(award, cancel);
        Write($"award/{award.Id}/payment/{payment.Id}", group.Concat(finance), payment.FailedAt is null ? text["Money was sent: {0}", award.Ref] : text["A payment did not arrive: {0}", award.Ref],
            payment.FailedAt is null ? text["Part {0} of the grant {1} is with the organisation.\n\n{2}", payment.Number, award.Ref, address]
                : text["The bank could not pay part {0} of the grant {1}. A finance officer looks into it. The adult of the organisation can check the account here:\n\n{2}", payment.Number, award.Ref, address]);
    }

    /// <summary>Tells the group, the panel that decided, and the accountable officers that an award was stopped before its time. The reason stays on the site.</summary>
    public async Task StoppedAsync(Award award, CancellationToken cancel)
    {
        var group = await db.AddressesOfGroupAsync(award.ApplicationId, cancel);
        var officers = await db.AddressesOfAsync(award.FundId, FundRole.AccountableOfficer, clock.GetUtcNow(), cancel);
        Write($"award/{award.Id}/stopped", [.. group, .. officers, .. await PanelAsync(award, cancel)], text["A grant was stopped: {0}", award.Ref],
            text["The grant {0} was stopped before its time. Why, and what is due back, stands here:\n\n{1}", award.Ref, await AddressAsync(award, cancel)]);
    }

    // The members of the panel that decided, without those who have a conflict in it.
    Task<List<string>> PanelAsync(Award award, CancellationToken cancel) => (
        from member in db.PanelMembers
        where member.LeftAt == null && member.RestedAt == null && db.Set<Meeting>().Any(meeting => meeting.PanelId == member.PanelId && db.Set<Decision>().Any(decision => decision.Id == award.DecisionId && decision.MeetingId == meeting.Id))
            && !db.LiveConflicts().Any(declared => declared.ApplicationId == award.ApplicationId && declared.PersonId == member.PersonId)
        join person in db.Users on member.PersonId equals person.Id
        where person.Email != null
        select person.Email!).ToListAsync(cancel);

    void Write(string key, IEnumerable<string> to, string subject, string body)
    {
        foreach (var address in to.Distinct())
            db.Messages.Add(new Message($"{key}/{address}", address, subject, body, clock.GetUtcNow()));
    }

    async Task<Uri> AddressAsync(Award award, CancellationToken cancel) =>
        site.Of($"funds/{await db.Funds.Where(fund => fund.Id == award.FundId).Select(fund => fund.Slug).SingleAsync(cancel)}/awards/{award.Ref}");
}
