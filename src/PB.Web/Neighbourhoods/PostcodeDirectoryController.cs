using System.ComponentModel.DataAnnotations;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PB.Neighbourhoods;
using PB.Web.Look;
using PB.Web.People;

namespace PB.Web.Neighbourhoods;

/// <summary>Reads postcodes in for all neighbourhoods at once.</summary>
[Authorize(Staffed.Administrator)]
[Route("desk/postcodes")]
public sealed class PostcodeDirectoryController(PostcodeDirectory directory, IStringLocalizer<Words> words) : Controller
{
    const long MostBytes = 64 * 1024 * 1024;

    [HttpGet("new")]
    public IActionResult New() => View(new PostcodeDirectoryForm());

    [HttpPost, RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
    public async Task<IActionResult> Create(PostcodeDirectoryForm form, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return View("New", form);
        using var file = new StreamReader(form.File!.OpenReadStream(), Encoding.UTF8);
        try
        {
            return View("Show", await directory.ImportAsync(file, User.Id(), tryOnly: false, cancel));
        }
        catch (InvalidDataException wrong)
        {
            ModelState.AddModelError(nameof(form.File), words[wrong.Message]);
            return View("New", form);
        }
    }
}

public sealed class PostcodeDirectoryForm
{
    [Required(ErrorMessage = "Choose the file")]
    public IFormFile? File { get; set; }
}
