using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Funds;
using PB.Jobs;
using PB.Journal;
using PB.Proposals;

namespace PB.Grants.Panels;

/// <summary>Asks young people, and parents where it takes their yes, once more thirty days before a yes runs out.</summary>
public sealed class RemindOfConsents(PbContext db, Roster roster, GrantLetters letters, TimeProvider clock) : IJob
{
    public static readonly TimeSpan Before = TimeSpan.FromDays(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var panel in await db.Panels.AsNoTracking().ToListAsync(cancel))
        {
            var fund = await db.Funds.AsNoTracking().SingleAsync(one => one.Id == panel.FundId, cancel);
            foreach (var seat in (await roster.OfAsync(panel.Id, cancel)).Where(seat => seat.Member is { PersonId: not null, RestedAt: null } && seat.Standing is not MemberStanding.Left))
                foreach (var by in seat.Age.NeedsParent ? [ConsentBy.Self, ConsentBy.Parent] : (ConsentBy[])[ConsentBy.Self])
                    if (Ending(seat.Member, by, now) is { } consent)
                        await AskAsync(seat.Member, (fund, panel), consent, now, cancel);
        }

        await db.SaveChangesAsync(cancel);
    }

    // The yes that holds now, where it runs out soon and there is no newer one.
    static Consent? Ending(PanelMember member, ConsentBy by, DateTimeOffset now) =>
        member.Consents.Where(one => one.Kind is ConsentKind.Join && one.By == by && one.HoldsAt(now)).MaxBy(one => one.ExpiresAt) is { } newest && newest.ExpiresAt - Before <= now ? newest : null;

    async Task AskAsync(PanelMember member, (Fund Fund, Panel Panel) where, Consent consent, DateTimeOffset now, CancellationToken cancel)
    {
        var key = $"grants/consent-ends/{consent.Id}";
        if (await db.Messages.AnyAsync(message => message.Key == key, cancel))
            return;
        if (consent.By is ConsentBy.Self)
        {
            var address = await db.Users.Where(person => person.Id == member.PersonId).Select(person => person.Email!).SingleAsync(cancel);
            db.Messages.Add(letters.YesEnds(key, where, address, consent, now));
        }
        else if (member.ParentEmail.Length > 0)
        {
            // Only the mail knows the key: a new mail takes a new one.
            var link = DraftKey.New();
            (await db.PanelMembers.SingleAsync(one => one.Id == member.Id, cancel)).AskParent(member.ParentEmail, DraftKey.HashOf(link));
            db.Messages.Add(letters.ParentsYesEnds(key, where.Fund, member, (consent, link), now));
            db.Journal.Add(new JournalEntry(null, "Asked a parent for a new yes", $"funds/{where.Fund.Slug}/panels/{where.Panel.Slug}", "", now).About(member.DisplayName));
        }
    }
}
