using Microsoft.Extensions.Localization;
using PB.Roll;
using PB.Web.Look;

namespace PB.Web.Roll;

static class CodeWords
{
    public static string Kind(this IStringLocalizer<Words> text, CodeKind kind) => kind switch
    {
        CodeKind.Letter => text["Letters"],
        CodeKind.School => text["Slips for a class or a group"],
        CodeKind.Desk => text["Given out in person"],
    };
}
