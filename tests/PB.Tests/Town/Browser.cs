using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PB.Tests.Town;

/// <summary>Somebody at a browser without script: opens pages, fills in forms, presses buttons.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<Page> OpenAsync(string path) => await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Fills in the form that holds the named button (or the page's last form) and sends it. Follows the redirect.</summary>
    public async Task<Page> PressAsync(Page page, string button, params (string Name, string? Value)[] fields)
    {
        var pressed = page.Document.QuerySelectorAll("button, input[type=submit]").LastOrDefault(b => b.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"There is no button “{button}” on {page.Path}:\n{page.Text}");
        var form = (IHtmlFormElement)(pressed.Closest("form") ?? throw new InvalidOperationException($"“{button}” is in no form."));
        var values = Values(form, fields);
        if (pressed.GetAttribute("name") is { } name)
            values.Add((name, pressed.GetAttribute("value") ?? ""));
        return await SendAsync(form, values, page.Path);
    }

    /// <summary>Sends a form that was never shown: for tampering.</summary>
    public async Task<Page> PostAsync(string path, params (string Name, string? Value)[] fields) =>
        await ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), Encode(fields.Select(f => (f.Name, f.Value ?? "")))));

    async Task<Page> SendAsync(IHtmlFormElement form, List<(string Name, string Value)> values, string here)
    {
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : here;
        if (string.Equals(form.Method, "get", StringComparison.OrdinalIgnoreCase))
            return await OpenAsync(target.Split('?')[0] + "?" + await Encode(values).ReadAsStringAsync());
        HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(values) : Encode(values);
        return await ReadAsync(await client.PostAsync(new Uri(target, UriKind.RelativeOrAbsolute), content));
    }

    static List<(string Name, string Value)> Values(IHtmlFormElement form, (string Name, string? Value)[] fields)
    {
        var filled = fields.Select(field => field.Name).ToHashSet();
        var values = new List<(string, string)>();
        foreach (var element in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } name && !filled.Contains(name)))
            values.AddRange(ValuesOf(element));
        values.AddRange(fields.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!)));
        return values;
    }

    static IEnumerable<(string, string)> ValuesOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" or "file" } or IHtmlButtonElement => [],
        IHtmlInputElement input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [(area.Name!, area.Value)],
        IHtmlSelectElement select => select.Options.Where(o => o.IsSelected).Select(o => (select.Name!, o.Value)),
        _ => [],
    };

    static FormUrlEncodedContent Encode(IEnumerable<(string Name, string Value)> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));

    static MultipartFormDataContent Multipart(IEnumerable<(string Name, string Value)> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            content.Add(new StringContent(value), name);
        return content;
    }

    public static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html));
        return new Page(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, document);
    }
}

/// <summary>What came back.</summary>
public sealed record Page(HttpStatusCode Status, string Path, IDocument Document)
{
    /// <summary>The main part as a reader sees it, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Lines of the error summary that lead to no field.</summary>
    public IReadOnlyList<string> LostErrors => [.. Document.QuerySelectorAll(".govuk-error-summary a[href^='#']")
        .Where(link => Document.GetElementById(link.GetAttribute("href")![1..]) is null).Select(link => link.TextContent.Trim())];

    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];
}
