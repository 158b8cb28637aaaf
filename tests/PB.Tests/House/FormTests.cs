using AngleSharp.Html.Parser;

namespace PB.Tests.House;

public sealed class FormTests
{
    /// <summary>ASP.NET puts the token into forms by itself, but not into those with an address of their own: these have to ask for it.</summary>
    [Fact]
    public void A_form_that_is_posted_carries_the_token_that_proves_where_it_comes_from() =>
        Assert.Empty(from view in SourceFiles.Views
                     from form in new HtmlParser().ParseDocument(view.Text).QuerySelectorAll("form[method=post][action]")
                     where form.GetAttribute("asp-antiforgery") != "true" && !form.InnerHtml.Contains("@Html.AntiForgeryToken()", StringComparison.Ordinal)
                     select $"{view.Path}: {form.GetAttribute("action")}");
}
