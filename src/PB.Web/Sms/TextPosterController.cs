using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Sms;
using QRCoder;

namespace PB.Web.Sms;

/// <summary>A sheet to print and hang up: how to vote by text, with the projects and a square that opens a text.</summary>
[AllowAnonymous, Route("rounds/{slug}/texts/poster")]
public sealed class TextPosterController(PbContext db, RoundShelf shelf) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Show(string slug, CancellationToken cancel)
    {
        var id = await db.Rounds.Where(round => round.Slug == slug && round.AnnouncedAt != null && round.CancelledAt == null).Select(round => (Guid?)round.Id).SingleOrDefaultAsync(cancel);
        if (id is not { } known || await shelf.FindAsync(known, cancel) is not { } round || await db.TextNumberAsync(known, cancel) is not { } number)
            return NotFound();
        return View(new TextPosterPage(round, number, Square($"SMSTO:{number}:{round.Text.Keyword} ")));
    }

    static string Square(string content)
    {
        using var squares = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(squares);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(6))}";
    }
}

/// <param name="Shelved">What is voted on, as texts know it.</param>
/// <param name="Number">Where to text.</param>
/// <param name="Square">A picture that opens a text to it.</param>
public sealed record TextPosterPage(ShelvedRound Shelved, string Number, string Square)
{
    public TextRound Text => Shelved.Text;
}
