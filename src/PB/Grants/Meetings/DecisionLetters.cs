using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Calls;
using PB.Outbox;

namespace PB.Grants.Meetings;

/// <summary>What the lead and the adult of an application are told of the panel's decision.</summary>
public sealed class DecisionLetters(PbContext db, SiteAddress site, IStringLocalizer<DecisionLetters> text)
{
    public async Task<IReadOnlyList<Message>> OfAsync(Call call, ReleaseLine line, DateTimeOffset now, CancellationToken cancel)
    {
        var people = new[] { line.Application.LeadId, line.Application.AdultId ?? Guid.Empty };
        var addresses = await db.Users.Where(person => people.Contains(person.Id) && person.Email != null).Select(person => new { person.Id, person.Email }).ToListAsync(cancel);
        return [.. addresses.Select(to => new Message($"decision/{line.Decision!.Id}/{to.Id}", to.Email!, text[line.Corrects is null ? "“{0}”: the panel has decided" : "“{0}”: what we wrote before was wrong", line.Application.Title], Whole(call, line), now))];
    }

    string Whole(Call call, ReleaseLine line) => line.Corrects is { } wrong
        ? text["We are sorry: what we told you before was wrong. {0}\n\nThe panel has voted again.", wrong] + "\n\n" + Body(call, line)
        : Body(call, line);

    string Body(Call call, ReleaseLine line)
    {
        var decision = line.Decision!;
        var address = site.Of($"applications/{line.Application.Id}");
        return (line.IsRefused, decision.Outcome) switch
        {
            (true, _) => text["The panel of “{0}” wanted to fund your plan, and the council cannot pay for it. Why: {1}\n\nRead more: {2}", call.Title, line.Referral!.RefusedBecause, address],
            (_, DecisionOutcome.Fund) when decision.PublicVotes is { } votes => text["Good news: {0} people voted for your plan in “{1}”, and it gets the money.\n\nYou will soon get an offer to say yes to. Read more: {2}", votes, call.Title, address],
            (_, DecisionOutcome.Reserve) when decision.PublicVotes is { } votes => text["{0} people voted for your plan in “{1}”. Others got more votes, and the money is used up. You are on the waiting list.\n\nRead more: {2}", votes, call.Title, address],
            (_, DecisionOutcome.Fund) => text["Good news: the panel of “{0}” wants to fund your whole plan.\n\nWhy: {1}\n\nYou will soon get an offer to say yes to. Read more: {2}", call.Title, decision.Reason, address],
            (_, DecisionOutcome.Part) => text["Good news: the panel of “{0}” wants to fund a part of your plan.\n\nWhy: {1}\n\nYou will soon get an offer that says how much. Read more: {2}", call.Title, decision.Reason, address],
            (_, DecisionOutcome.Reserve) => text["The panel of “{0}” likes your plan, but the money is used up. You are on the waiting list.\n\nWhy: {1}\n\nRead more: {2}", call.Title, decision.Reason, address],
            (_, DecisionOutcome.No) => text["The panel of “{0}” does not fund your plan this time.\n\nWhy: {1}\n\nWithin ten working days you get more: what was good, and what to do better. Read more: {2}", call.Title, decision.Reason, address],
        };
    }
}
