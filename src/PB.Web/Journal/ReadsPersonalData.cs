using Microsoft.AspNetCore.Mvc.Filters;
using PB.Data;
using PB.Journal;
using PB.Web.People;

namespace PB.Web.Journal;

/// <summary>Writes in the journal that a member of staff was shown personal data: who, which page, when, and what for.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class ReadsPersonalDataAttribute(string act) : Attribute, IAsyncActionFilter
{
    public string Act => act;

    /// <summary>What the page is for.</summary>
    public string Why { get; init; } = "";

    // Before the page is made: what cannot be written down is not shown.
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.IsStaff())
        {
            var db = http.RequestServices.GetRequiredService<PbContext>();
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            db.Journal.Add(new JournalEntry(http.User.Id(), Act, http.Request.Path.Value!.TrimStart('/'), Why, now).About(http.Request.QueryString.Value ?? ""));
            await db.SaveChangesAsync(http.RequestAborted);
            db.ChangeTracker.Clear();
        }

        await next();
    }
}
