using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Grants;
using PB.Web.Look;

namespace PB.Web.People;

static class DeletionWords
{
    public static string Of(this IStringLocalizer<Words> text, ErasureRefusal refusal) => refusal switch
    {
        ErasureRefusal.IsGone => text["This account is deleted already."],
        ErasureRefusal.HasDuties => text["You still have duties here. End them first."],
        ErasureRefusal.VoteStays => text["One of these votes cannot be taken back any more. Look at the list again."],
    };

    /// <summary>What the duty is, and what to do about it.</summary>
    public static string Of(this IStringLocalizer<Words> text, AccountTie tie) => tie.Kind switch
    {
        TieKind.Role => text["You work for the council here. Ask an administrator to end your appointment."],
        TieKind.Department => text["You check ideas for the department “{0}”. Ask a manager to take you off its list.", tie.Of],
        TieKind.FundTask => text["You have a task in the fund “{0}”. Ask one of its youth workers to end it.", tie.Of],
        TieKind.Panel => text["You are on the panel “{0}”. Tell a youth worker that you want to leave.", tie.Of],
        TieKind.Application => text["Your plan “{0}” is not finished. Take it back, or wait until it is decided and its money is accounted for.", tie.Of],
    };

    /// <summary>The page of what a duty is about; null where it has none for this person.</summary>
    public static string? PathOf(this IStringLocalizer<Words> _, AccountTie tie) => tie.Kind switch
    {
        TieKind.FundTask or TieKind.Panel => GrantPaths.Fund(tie.Key),
        TieKind.Application => $"/applications/{tie.Key}",
        TieKind.Role or TieKind.Department => null,
    };
}
