using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Grants;

namespace PB.Web.Grants.Applications;

/// <summary>Who applies, and how they are reached. Whoever looks who is not of the group is written down.</summary>
[Route("applications/{id:guid}/contacts")]
public sealed class ContactsController(GrantTools tools, GrantRoles roles) : OwnApplicationController(tools)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancel)
    {
        if (await ApplicationPage.ReadAsync(Db, id, (Me, Now), cancel) is not { } page || !await MayAsync(page.Application, GrantThing.Contacts, GrantVerb.Read)) return NotFound();
        var (own, isMember) = (page.Application, (await roles.OfAsync(User, page.Fund.Id, cancel)).Contains(GrantRole.Member));
        var people = await Db.Users.Where(person => person.Id == own.LeadId || person.Id == own.AdultId).Select(person => new { person.Id, person.Name, person.Email }).ToListAsync(cancel);
        if (own.LeadId != Me && own.AdultId != Me)
        {
            Note("Looked at who applies", $"funds/{page.Fund.Slug}/calls/{page.Call.Slug}", about: own.Ref ?? "");
            await Db.SaveChangesAsync(cancel);
        }

        // Members of the panel hear who it is; they write to nobody.
        return View(new ContactsPage(page, [.. people.OrderBy(person => person.Id != own.LeadId).Select(person => new ContactsPage.Contact(person.Name, isMember ? "" : person.Email!, person.Id == own.LeadId))]));
    }
}

public sealed record ContactsPage(ApplicationPage Page, IReadOnlyList<ContactsPage.Contact> People)
{
    public sealed record Contact(string Name, string Email, bool IsLead);
}
