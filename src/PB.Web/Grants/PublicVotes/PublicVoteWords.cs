using Microsoft.Extensions.Localization;
using PB.Grants.PublicVotes;
using PB.Web.Look;

namespace PB.Web.Grants.PublicVotes;

static class PublicVoteWords
{
    public static string Of(this IStringLocalizer<Words> text, PublicVoteRefusal refusal) => text[refusal switch
    {
        PublicVoteRefusal.NotThatMode => "In this call the panel decides alone",
        PublicVoteRefusal.NothingShortlisted => "The panel has put nothing on the ballot",
        PublicVoteRefusal.PanelNotDone => "The panel has not talked about all of them yet",
        PublicVoteRefusal.MadeAlready => "The round is made already",
        PublicVoteRefusal.NoMoney => "There is no money left in the call’s pots",
        PublicVoteRefusal.TooShort => "Voting opens later than now and takes at least three days",
    }];

    public static string Of(this IStringLocalizer<Words> text, PublicVoters voters) => text[voters switch
    {
        PublicVoters.Pupils => "Pupils, with a code that a teacher hands out",
        PublicVoters.Residents => "Everybody who lives there",
    }];
}
