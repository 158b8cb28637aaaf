using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

[Authorize]
[Route("/me/name")]
public sealed class NameController(UserManager<Person> people, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit() => View(new NameForm { Name = (await people.GetUserAsync(User))!.Name });

    [HttpPost]
    public async Task<IActionResult> Update(NameForm form)
    {
        if (!ModelState.IsValid)
            return View("Edit", form);
        var person = (await people.GetUserAsync(User))!;
        person.Name = form.Name!.Trim();
        await people.UpdateAsync(person);
        TempData["Notice"] = text["Your name is changed."].Value;
        return Redirect("/me");
    }
}

public sealed class NameForm
{
    [Display(Name = "Your name")]
    [Required(ErrorMessage = "Enter your name")]
    [StringLength(100, ErrorMessage = "Your name must be 100 characters or fewer")]
    public string? Name { get; set; }
}
