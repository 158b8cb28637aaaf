using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using PB.Web.Look;

namespace PB.Tests.Look;

/// <summary>A page with nothing on it but one form, to try a tag on.</summary>
sealed class PlainPage<TForm>
    where TForm : class
{
    readonly IServiceProvider services = new ServiceCollection()
        .AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(NullLoggerFactory.Instance).AddLogging()
        .AddLocalization().AddMvcCore().AddDataAnnotations().AddViews().Services.BuildServiceProvider();

    /// <summary>Shows a form as a browser would get it.</summary>
    /// <param name="form">What the form holds.</param>
    public PlainPage(TForm form)
    {
        Data = new(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = form };
        View = new()
        {
            HttpContext = new DefaultHttpContext { RequestServices = services },
            RouteData = new RouteData(),
            ActionDescriptor = new ActionDescriptor(),
            ViewData = Data,
        };
    }

    /// <summary>The form and what is wrong with it.</summary>
    public ViewDataDictionary<TForm> Data { get; }

    /// <summary>What a tag is given of the page.</summary>
    public ViewContext View { get; }

    /// <summary>The texts, in English.</summary>
    public IStringLocalizer<Words> Words => services.GetRequiredService<IStringLocalizer<Words>>();

    /// <summary>Points at a property of the form, as <c>for</c> does.</summary>
    /// <param name="property">The property's name.</param>
    public ModelExpression For(string property) =>
        services.GetRequiredService<IModelExpressionProvider>() is ModelExpressionProvider provider
            ? provider.CreateModelExpression(Data, property)
            : throw new InvalidOperationException("MVC has no ModelExpressionProvider.");

    /// <summary>Writes a tag and reads it back as a browser does.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="attributes">Further attributes that stand on it.</param>
    public static IElement Shown(TagHelper tag, params TagHelperAttribute[] attributes)
    {
        var output = new TagHelperOutput("tag", [.. attributes], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        tag.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var html = new StringWriter();
        output.WriteTo(html, HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(html.ToString()).Body!;
    }
}
