using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

static class OwnDataWords
{
    public static string Of(this IStringLocalizer<Words> text, OwnDataReason reason) => reason switch
    {
        OwnDataReason.OpensTheAccount => text["Your password, your second factor and the keys in links. Whoever had them could come in as you."],
        OwnDataReason.NobodyCanTell => text["What you chose on a ballot or in a secret vote of a panel: nobody looks that up for you. Nor the words of your texts, because a vote can stand in them; they go after some days."],
        OwnDataReason.LeavesNoTrace => text["What you said on a panel about whom you know. A plan in which you have a stake shows itself to you nowhere, so that nobody can ask you about it. Ask the fund if you want to see what you said."],
        OwnDataReason.DoneForTheCouncil => text["What you did in a task for the council. It is about other people as well, so it stays in the records of that work and in the journal. Ask the council if you want to see it."],
        OwnDataReason.DoneForAFund => text["What you did in a task for a youth fund, and worries that somebody told. It is about other people as well. Ask the fund if you want to see it."],
    };
}
