using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Roll;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Roll;

[Authorize]
[Route("/me/address")]
public sealed class AddressController(PbContext db, Declarations declarations, IStringLocalizer<Words> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit(string? then, CancellationToken cancel)
    {
        var person = User.Id();
        var voter = await db.Voters.AsNoTracking().SingleOrDefaultAsync(v => v.PersonId == person, cancel);
        return View(new AddressForm
        {
            Postcode = voter?.Postcode,
            Age = voter?.Age?.ToString(CultureInfo.InvariantCulture),
            Then = then,
        });
    }

    [HttpPost]
    public async Task<IActionResult> Update(AddressForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return View(nameof(Edit), form);

        var (postcode, age) = form.Read();
        if (!await declarations.DeclareAsync(User.Id()!.Value, postcode, age, cancel))
            return Challenge();
        TempData["Notice"] = text["Your address is saved"].Value;
        return Redirect(Url.IsLocalUrl(form.Then) ? form.Then : "/me");
    }
}
