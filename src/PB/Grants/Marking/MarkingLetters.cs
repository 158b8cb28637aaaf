using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Outbox;
using PB.Rounds;

namespace PB.Grants.Marking;

/// <summary>The mails about marking. They name no application and no mark.</summary>
public sealed class MarkingLetters(PbContext db, SiteAddress site, IStringLocalizer<MarkingLetters> text)
{
    public async Task<Message> DeclareAsync(Call call, Guid person, DateTimeOffset now, CancellationToken cancel) => new(
        $"grants/declare/{call.Id}/{person}", await AddressAsync(person, cancel), text["“{0}”: are you too close to any of them?", call.Title],
        text["Before anybody reads, all of you say whether you are too close to a group. You see the titles only, and it takes a minute:\n\n{0}", await PageAsync(call, "reading", cancel)], DayTime.FromMorning(now, call.TimeZone));

    public async Task<Message> MarkAsync(Call call, Guid person, MarkingStep step, DateTimeOffset now, CancellationToken cancel) => new(
        $"grants/marking/{call.Id}/{step}/{person}", await AddressAsync(person, cancel),
        step switch
        {
            MarkingStep.Open => text["“{0}”: you can read and give marks", call.Title],
            MarkingStep.HalfTime => text["“{0}”: half of the time is over", call.Title],
            MarkingStep.TwoDaysLeft => text["“{0}”: two days left to give marks", call.Title],
        },
        text["First say whether you know the people. Then read, and give your marks by {0}. Nobody sees them before that.\n\n{1}", Written(call), await PageAsync(call, "marking", cancel)], now);

    public async Task<IEnumerable<Message>> TooFewCardsAsync(Call call, IEnumerable<Guid> chairs, DateTimeOffset now, CancellationToken cancel)
    {
        var coordinators = await db.FundAppointments.Where(task => task.FundId == call.FundId && task.Until == null && task.Role == FundRole.YouthWorker).Select(task => task.PersonId).ToListAsync(cancel);
        var letters = new List<Message>();
        foreach (var person in coordinators.Concat(chairs).Distinct())
            letters.Add(new Message($"grants/too-few-cards/{call.Id}/{person}", await AddressAsync(person, cancel), text["“{0}”: too few cards so far", call.Title],
                text["At least one application has fewer than {0} cards, and marking ends on {1}. Ask those who have not finished.\n\n{2}", call.Rules.MinCards, Written(call), await PageAsync(call, "marking-progress", cancel)], now));
        return letters;
    }

    Task<string> AddressAsync(Guid person, CancellationToken cancel) => db.Users.Where(one => one.Id == person).Select(one => one.Email!).SingleAsync(cancel);

    async Task<Uri> PageAsync(Call call, string page, CancellationToken cancel) =>
        site.Of($"funds/{await db.Funds.Where(fund => fund.Id == call.FundId).Select(fund => fund.Slug).SingleAsync(cancel)}/calls/{call.Slug}/{page}");

    static string Written(Call call) => LocalTime.ToLocal(call.Dates.MarkingClosesAt!.Value, call.TimeZone).ToString("dddd d MMMM yyyy, HH:mm", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
