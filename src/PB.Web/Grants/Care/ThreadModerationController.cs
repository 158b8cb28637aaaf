using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Care;
using PB.Grants.Funds;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants.Care;

/// <summary>Messages and photos that nobody has looked at yet; nobody lets out their own.</summary>
[Authorize]
[Route("funds/{fund}/moderation")]
public sealed class ThreadModerationController(PbContext db, CareDoor door, ModerationDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        var (guest, refusal) = await door.OpenAsync(this, fund, (GrantThing.Moderation, GrantVerb.Read), cancel);
        return refusal ?? View(await PageAsync(guest!, cancel));
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, Guid id, bool? letOut, CancellationToken cancel)
    {
        var (guest, refusal) = await door.OpenAsync(this, fund, (GrantThing.Moderation, GrantVerb.Approve), cancel);
        if (refusal is not null) return refusal;
        if (!await Waiting(guest!.Fund.Id).AnyAsync(message => message.Id == id, cancel)) return NotFound();
        if (letOut is not { } goesOut)
            ModelState.AddModelError("", text["Press one of the two: let it out, or keep it back."]);
        else if (await desk.DecideAsync(id, User.Id()!.Value, goesOut, cancel) is { } why)
            ModelState.AddModelError("", why is ModerationRefusal.OwnWords ? text["You wrote this yourself. Somebody else has to read it."] : text["Somebody else dealt with it meanwhile."]);
        return ModelState.IsValid ? Redirect(CarePaths.Moderation(fund)) : View("Index", await PageAsync(guest, cancel));
    }

    async Task<ModerationPage> PageAsync(FundGuest guest, CancellationToken cancel) => new(guest.Fund, door.Now,
        await (from message in Waiting(guest.Fund.Id)
               join member in db.Set<ThreadMember>() on new { message.ThreadId, PersonId = message.AuthorId } equals new { member.ThreadId, member.PersonId }
               join thread in db.Threads on message.ThreadId equals thread.Id
               orderby message.WrittenAt
               select new WaitingMessage(message.Id, thread.Subject, member.Name, message.Text, message.WrittenAt)).Take(200).ToListAsync(cancel),
        await (from photo in db.GroupPhotos
               where photo.ReleasedAt == null
               join award in db.Awards on photo.AwardId equals award.Id
               where award.FundId == guest.Fund.Id
               orderby photo.AddedAt
               select award.Ref).Distinct().ToListAsync(cancel))
    {
        MayDecide = guest.Is(GrantRole.YouthWorker) || guest.Is(GrantRole.SafeguardingLead),
    };

    IQueryable<ThreadMessage> Waiting(Guid fundId) =>
        db.ThreadMessages.Where(message => message.ReleasedAt == null && message.KeptBackAt == null && db.Threads.Any(thread => thread.Id == message.ThreadId && thread.FundId == fundId));
}

/// <param name="Photos">References of awards with photos that wait.</param>
public sealed record ModerationPage(Fund Fund, DateTimeOffset Now, IReadOnlyList<WaitingMessage> Messages, IReadOnlyList<string> Photos)
{
    /// <summary>Whether the reader lets things out; an auditor only looks.</summary>
    public bool MayDecide { get; init; }
}

public sealed record WaitingMessage(Guid Id, string Subject, string Author, string Text, DateTimeOffset WrittenAt)
{
    /// <summary>Whether it has waited for more than a day.</summary>
    public bool IsLate(DateTimeOffset now) => now - WrittenAt > TimeSpan.FromDays(1);
}
