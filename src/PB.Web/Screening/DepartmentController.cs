using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Journal;
using PB.Screening;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Screening;

[Authorize(Staffed.Administrator)]
[Route("desk/departments")]
public sealed class DepartmentController(PbContext db, TimeProvider clock, IStringLocalizer<Words> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancel) => View(await DepartmentLine.ReadAsync(db, cancel));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancel) => await FormAsync("New", new DepartmentForm(), cancel);

    [HttpPost("new")]
    public async Task<IActionResult> Create(DepartmentForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid) return await FormAsync("New", form, cancel);
        var now = clock.GetUtcNow();
        var department = new Department(form.Name!, Slug.FirstFree(Slug.Of(form.Name!), await db.Departments.Select(d => d.Slug).ToListAsync(cancel)), now);
        db.Departments.Add(department);
        return await SaveAsync(department, form, "Added a department", cancel);
    }

    [HttpGet("{slug}")]
    public async Task<IActionResult> Edit(string slug, CancellationToken cancel) => await FindAsync(slug, cancel) is { } department
        ? await FormAsync("Edit", new DepartmentForm { Name = department.Name, Officers = [.. department.Officers.Select(o => o.PersonId)] }, cancel)
        : NotFound();

    [HttpPost("{slug}")]
    public async Task<IActionResult> Update(string slug, DepartmentForm form, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } department) return NotFound();
        if (!ModelState.IsValid) return await FormAsync("Edit", form, cancel);
        department.Rename(form.Name!);
        return await SaveAsync(department, form, "Changed who answers for a department", cancel);
    }

    Task<Department?> FindAsync(string slug, CancellationToken cancel) => db.Departments.Include(d => d.Officers).SingleOrDefaultAsync(d => d.Slug == slug, cancel);

    async Task<IActionResult> SaveAsync(Department department, DepartmentForm form, string act, CancellationToken cancel)
    {
        var officers = (await db.ReviewersAsync(cancel)).Select(officer => officer.Id).Intersect(form.Officers).ToList();
        department.Appoint(officers);
        db.Journal.Add(new JournalEntry(User.Id(), act, $"desk/departments/{department.Slug}", $"{department.Name}, officers: {officers.Count}", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = text["“{0}” is saved.", department.Name].Value;
        return Redirect(ScreeningPaths.Departments);
    }

    async Task<IActionResult> FormAsync(string view, DepartmentForm form, CancellationToken cancel)
    {
        ViewData["Officers"] = (await db.ReviewersAsync(cancel)).Select(officer => new Choice($"{officer.Id}", officer.Name)).ToArray();
        return View(view, form);
    }
}

public sealed class DepartmentForm
{
    [Display(Name = "What is it called?")]
    [Required(ErrorMessage = "Give the department a name")]
    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    [RegularExpression(@".*[\p{L}\p{Nd}].*", ErrorMessage = "The name needs a letter")]
    public string? Name { get; set => field = value?.Trim(); }

    [Display(Name = "Who answers for it?")]
    public Guid[] Officers { get; set; } = [];
}
