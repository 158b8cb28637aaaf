using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Web.Journal;
using PB.Web.Look;

namespace PB.Web.People;

[Authorize(Staffed.Administrator)]
[Route("/desk/people")]
public sealed class StaffController(PbContext db, StaffRegister register, IStringLocalizer<Words> text) : Controller
{
    [HttpGet, ReadsPersonalData("Looked at the list of staff")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await StaffPage.ReadAsync(db, cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New() => await FormAsync("New", new AppointmentForm());

    [HttpPost("new")]
    public Task<IActionResult> Create(AppointmentForm form) => SaveAsync("New", form);

    [HttpGet("edit"), ReadsPersonalData("Looked at somebody's appointment")]
    public async Task<IActionResult> Edit(string email, CancellationToken cancel)
    {
        var member = (await StaffPage.ReadAsync(db, cancel)).Members.SingleOrDefault(m => m.Email == email);
        return member is null ? NotFound() : await FormAsync("Edit", new AppointmentForm
        {
            Email = member.Email,
            Roles = [.. member.Roles],
            Neighbourhoods = [.. member.Neighbourhoods.Select(n => n.Slug)],
        });
    }

    [HttpPost("edit")]
    public Task<IActionResult> Update(AppointmentForm form) => SaveAsync("Edit", form);

    async Task<IActionResult> SaveAsync(string view, AppointmentForm form)
    {
        form.Roles = [.. form.Roles.Intersect(PB.People.Role.All)];
        if (ModelState.IsValid && await register.AppointAsync(form, User.Id()) is { } refusal)
        {
            var (field, sentence) = text.Of(refusal);
            ModelState.AddModelError(field, sentence);
        }

        if (!ModelState.IsValid)
            return await FormAsync(view, form);
        TempData["Notice"] = text["The appointment of {0} is saved. It counts from their next sign-in.", form.Email!].Value;
        return RedirectToAction(nameof(Index));
    }

    async Task<IActionResult> FormAsync(string view, AppointmentForm form)
    {
        ViewData["Neighbourhoods"] = await db.Neighbourhoods.AsNoTracking().OrderBy(n => n.Name)
            .Select(n => new SelectListItem(n.Name, n.Slug)).ToListAsync();
        return View(view, form);
    }
}
