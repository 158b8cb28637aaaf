using Microsoft.Extensions.Localization;
using PB.Sms;
using PB.Web.Look;

namespace PB.Web.Sms;

static class TextAlertWords
{
    public static string What(this IStringLocalizer<Words> text, TextAlertKind kind) => kind switch
    {
        TextAlertKind.Danger => text["Somebody may be in danger. Read the text, and do what your council does then."],
        TextAlertKind.NotMe => text["Somebody says that a vote from their phone was not theirs. Their earlier vote is back, and the phone cannot vote until you have spoken."],
        TextAlertKind.CodeGuessing => text["Many wrong codes came within an hour. Somebody may be guessing."],
        TextAlertKind.Flood => text["One phone sent so many texts that we stopped reading them."],
        TextAlertKind.Spending => text["Texts cost more than expected."],
        TextAlertKind.Gap => text["The network had texts that did not reach us. They are dealt with now."],
        TextAlertKind.Gateway => text["The network refuses our texts. Check the number and the settings."],
    };
}
