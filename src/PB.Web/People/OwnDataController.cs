using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.People;
using PB.Web.Journal;

namespace PB.Web.People;

/// <summary>Somebody reads what is held about them.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/me/data")]
public sealed class OwnDataController(OwnData data) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken cancel) => View(await data.ReadAsync(User.Id()!.Value, cancel));
}

/// <summary>Takes it along.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[Route("/me/data/my-data.json")]
public sealed class OwnDataFileController(OwnData data) : Controller
{
    static readonly JsonSerializerOptions Plain = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpGet(""), ReadsPersonalData("Downloaded their own data")]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        var parts = await data.ReadAsync(User.Id()!.Value, cancel);
        var whole = new JsonObject(parts.Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, part.Lines)));
        return File(JsonSerializer.SerializeToUtf8Bytes(whole, Plain), "application/json", "my-data.json");
    }
}
