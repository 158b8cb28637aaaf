using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Care;
using PB.Web.Look;
using PB.Web.People;
using PB.Web.Proposals;

namespace PB.Web.Grants.Care;

/// <summary>Conversations of adults and young people: whoever is not in one does not find it.</summary>
[Authorize]
[Route("funds/{fund}/threads")]
public sealed class SharedThreadController(PbContext db, CareDoor door, ThreadDesk desk, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string fund, CancellationToken cancel)
    {
        if (await door.FundAsync(fund, cancel) is not { } found) return NotFound();
        var mine = await Mine(found.Id).AsNoTracking().OrderByDescending(thread => thread.StartedAt).Take(200).ToListAsync(cancel);
        return View(new ThreadsPage(found, mine, MayStart: (await StarterAsync(fund, cancel)).Guest is not null));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string fund, [FromServices] ThreadGuests guests, CancellationToken cancel)
    {
        var (guest, refusal) = await StarterAsync(fund, cancel);
        return refusal ?? View(new ThreadForm { Fund = guest!.Fund, Guests = await guests.OfAsync(guest.Fund, door.Now, cancel) });
    }

    [HttpPost("new")]
    public async Task<IActionResult> Create(string fund, ThreadForm form, [FromServices] ThreadGuests guests, CancellationToken cancel)
    {
        var (guest, refusal) = await StarterAsync(fund, cancel);
        if (refusal is not null) return refusal;
        (form.Fund, form.Guests) = (guest!.Fund, await guests.OfAsync(guest.Fund, door.Now, cancel));
        if (Typed.Line(form.Subject).Length == 0)
            ModelState.AddModelError(nameof(form.Subject), text["Say what it is about"]);
        var members = form.Guests.Where(one => form.Members.Contains(one.PersonId) || one.PersonId == door.Me).ToList();
        if (!ModelState.IsValid) return View("New", form);
        var (thread, why) = await desk.StartAsync(new NewThread(guest.Fund.Id, Typed.Line(form.Subject), door.Me, members), cancel);
        if (why is null) return Redirect(CarePaths.Thread(fund, thread!.Id));
        ModelState.AddModelError(nameof(form.Members), why switch
        {
            ThreadRefusal.NotChecked => text["One of the adults has no background check that holds. Ask the safeguarding lead."],
            _ => text["Choose a second adult: two adults read every conversation"],
        });
        return View("New", form);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(string fund, Guid id, CancellationToken cancel) =>
        await PageAsync(fund, id, cancel) is { } page ? View(page) : NotFound();

    /// <summary>Somebody writes.</summary>
    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(string fund, Guid id, string? message, CancellationToken cancel)
    {
        if (await PageAsync(fund, id, cancel) is not { } page) return NotFound();
        if (Typed.Lines(message) is not { Length: > 0 and <= 2000 } said)
            ModelState.AddModelError("", text["Write something, in 2,000 characters or fewer"]);
        else if (await desk.SayAsync(id, User.Id()!.Value, said, cancel) is not null)
            ModelState.AddModelError("", text["There are not two adults in this conversation any more."]);
        if (!ModelState.IsValid) return View("Show", page);
        TempData["Notice"] = text["A coordinator reads it first. Then the others see it."].Value;
        return Redirect(CarePaths.Thread(fund, id));
    }

    async Task<ThreadPage?> PageAsync(string fund, Guid id, CancellationToken cancel) =>
        await door.FundAsync(fund, cancel) is { } found
        && await Mine(found.Id).AsNoTracking().Include(thread => thread.Members).Include(thread => thread.Messages).AsSplitQuery().SingleOrDefaultAsync(thread => thread.Id == id, cancel) is { } thread
            ? new ThreadPage(found, thread, User.Id()!.Value) : null;

    Task<(FundGuest? Guest, IActionResult? Refusal)> StarterAsync(string fund, CancellationToken cancel) => door.OpenAsync(this, fund, (GrantThing.Moderation, GrantVerb.Approve), cancel);

    IQueryable<SharedThread> Mine(Guid fundId)
    {
        var me = User.Id()!.Value;
        return db.Threads.Where(thread => thread.FundId == fundId && thread.Members.Any(member => member.PersonId == me && member.LeftAt == null));
    }
}
