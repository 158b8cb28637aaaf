using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Journal;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Grants;

/// <summary>How pages of the room find a fund, ask who may, and write down what was done.</summary>
public abstract class GrantController(GrantTools tools) : Controller
{
    protected PbContext Db => tools.Db;

    protected IStringLocalizer<Words> Text => tools.Text;

    protected DateTimeOffset Now => tools.Now;

    protected Guid Me => User.Id()!.Value;

    private protected Task<bool> MayAsync(object record, GrantThing thing, GrantVerb verb, GrantCondition part = GrantCondition.Always) =>
        tools.MayAsync(User, record, new GrantDoor(thing, verb, part));

    /// <summary>Not theirs to see: 404. Theirs to see, not to do: 403.</summary>
    private protected async Task<IActionResult?> RefuseAsync(object record, GrantThing thing, GrantVerb verb, GrantCondition part = GrantCondition.Always)
    {
        if (await MayAsync(record, thing, verb, part)) return null;
        return verb is not GrantVerb.Read && await MayAsync(record, thing, GrantVerb.Read, part) ? Forbid() : NotFound();
    }

    protected Task<Fund?> FundAsync(string slug, CancellationToken cancel) => Db.Funds.SingleOrDefaultAsync(fund => fund.Slug == slug, cancel);

    protected Task<Call?> CallAsync(string fund, string call, CancellationToken cancel) =>
        Db.WholeCalls().SingleOrDefaultAsync(c => c.Slug == call && Db.Funds.Any(f => f.Id == c.FundId && f.Slug == fund), cancel);

    protected void Note(string act, string subject, string reason = "", string about = "") =>
        Db.Journal.Add(new JournalEntry(User.Id(), act, subject, reason, Now).About(about));

    protected IActionResult Done(string path, LocalizedString notice) => Done(path, notice.Value);

    protected IActionResult Done(string path, string? notice)
    {
        TempData["Notice"] = notice;
        return Redirect(path);
    }
}
