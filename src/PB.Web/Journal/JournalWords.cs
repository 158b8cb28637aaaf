using Microsoft.Extensions.Localization;
using PB.Web.Look;

namespace PB.Web.Journal;

static class JournalWords
{
    public static string Who(this IStringLocalizer<Words> text, string? name) => name switch
    {
        null => text["The clock"],
        "" => text["Somebody whose account is gone"],
        _ => name,
    };
}
