using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Web.Journal;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>The end of somebody's appointments.</summary>
[Authorize(Staffed.Administrator)]
[Route("/desk/people/ending")]
public sealed class EndingController(PbContext db, StaffRegister register, IStringLocalizer<Words> text) : Controller
{
    [HttpGet, ReadsPersonalData("Looked at somebody's appointment")]
    public async Task<IActionResult> New(string email) => await PageAsync(new EndingForm { Email = email });

    [HttpPost]
    public async Task<IActionResult> Create(EndingForm form)
    {
        if (ModelState.IsValid && await register.EndAsync(form, User.Id()) is { } refusal)
            ModelState.AddModelError("", text.Of(refusal).Sentence);
        if (!ModelState.IsValid)
            return await PageAsync(form);
        TempData["Notice"] = text["The appointment of {0} has ended.", form.Email!].Value;
        return Redirect("/desk/people");
    }

    async Task<IActionResult> PageAsync(EndingForm form)
    {
        ViewData["Name"] = await db.Users.Where(person => person.Email == form.Email).Select(person => person.Name).SingleOrDefaultAsync();
        return ViewData["Name"] is null ? NotFound() : View("New", form);
    }
}
