using Microsoft.Extensions.Localization;
using PB.Approvals;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Approvals;

/// <summary>Says what an act of two people is, and exactly what it will do.</summary>
static class ApprovalWords
{
    public static string Name(this IStringLocalizer<Words> text, ApprovedAct act) => act switch
    {
        ApprovedAct.Certify => text["Certify the result"],
        ApprovedAct.Void => text["Annul the vote"],
        ApprovedAct.Reopen => text["Open voting again"],
        ApprovedAct.Recount => text["Count the ballots again"],
        ApprovedAct.CloseEarly => text["Close voting early"],
        ApprovedAct.Extend => text["Keep voting open longer"],
        ApprovedAct.ChangeRules => text["Change the rules after voting has opened"],
        ApprovedAct.DestroyKey => text["Destroy the key of the round"],
        ApprovedAct.ExportVoters => text["Download the list of voters"],
        ApprovedAct.AnnulBallot => text["Leave out a ballot"],
        ApprovedAct.ImportRegister => text["Use a register"],
    };

    /// <summary>What has been done, on public pages.</summary>
    public static string Done(this IStringLocalizer<Words> text, ApprovedAct act) => act switch
    {
        ApprovedAct.Certify => text["The result was certified"],
        ApprovedAct.Void => text["The vote was annulled"],
        ApprovedAct.Reopen => text["Voting was opened again"],
        ApprovedAct.Recount => text["The ballots were counted again"],
        ApprovedAct.CloseEarly => text["Voting was closed early"],
        ApprovedAct.Extend => text["Voting was kept open longer"],
        ApprovedAct.ChangeRules => text["The vote was annulled, to change the rules"],
        ApprovedAct.DestroyKey => text["The key of the round was destroyed"],
        ApprovedAct.ExportVoters => text["A list of voters was downloaded"],
        ApprovedAct.AnnulBallot => text["A ballot was left out"],
        ApprovedAct.ImportRegister => text["A register was put to use"],
    };

    public static string What(this IStringLocalizer<Words> text, ApprovedAct act, Particulars asked, Round round) => act switch
    {
        ApprovedAct.Certify => text["Version {0} of the result of “{1}” becomes final. After that nothing of this round can change.", asked.Version!, round.Title],
        ApprovedAct.Void => text["The vote in “{0}” is annulled for good. No ballot of it counts. The page of the round says so, with the reason.", round.Title],
        ApprovedAct.Reopen => text["Voting in “{0}” opens again and closes on {1}. The result until now stays to be read, and the ballots are counted again after that.", round.Title, Close(text, asked, round)],
        ApprovedAct.Recount => text["The ballots of “{0}” are counted again. The new count stands beside the old one, with the reason.", round.Title],
        ApprovedAct.CloseEarly => text["Voting in “{0}” closes on {1}, which is earlier than people were told: {2}.", round.Title, Close(text, asked, round), Now(text, round)],
        ApprovedAct.Extend => text["Voting in “{0}” closes on {1}, which is later than people were told: {2}.", round.Title, Close(text, asked, round), Now(text, round)],
        ApprovedAct.ChangeRules => text["The vote in “{0}” is annulled in public, and a new draft with the same words is made. In the draft the rules can be changed.", round.Title],
        ApprovedAct.DestroyKey => text["The key that could still connect ballots of “{0}” with voters is destroyed. That cannot be undone. After that nobody can find out how anybody voted.", round.Title],
        ApprovedAct.ExportVoters => text["Whoever asked can download names, e-mail addresses and postcodes of the people on the roll of “{0}”, for 7 days. The list does not say who has voted. Each download is written in the journal.", round.Title],
        ApprovedAct.AnnulBallot => text["One ballot in “{0}” is left out of the count: {1}. It stays in the log, marked. The voter is told. Nobody is shown what was chosen.", round.Title, text[Because(asked.Because!.Value)].Value],
        ApprovedAct.ImportRegister => text["A register of {0} people was read in for “{1}”. From now on they can prove by it that they may vote. It holds no names, birthdays or addresses, only what they were hashed to.", asked.People!, round.Title],
    };

    public static string Because(RollReason reason) => reason switch
    {
        RollReason.NotEligible => "the voter had no right to vote in this round",
        RollReason.SamePerson => "the same person had voted already",
        RollReason.Fraud => "somebody else voted in this person's name",
    };

    public static string Sentence(this IStringLocalizer<Words> text, ApprovalRefusal refusal) => refusal switch
    {
        ApprovalRefusal.Decided => text["Somebody has decided on this already."],
        ApprovalRefusal.Expired => text["This request is older than 7 days. It has to be made again."],
        ApprovalRefusal.SamePerson => text["This needs a second person: not the one who asked, and for a result not the one who set up the round."],
        ApprovalRefusal.NotWhatWasShown => text["The request is not the one that you were shown. Read it again."],
        ApprovalRefusal.NotNow => text["This cannot be done now: the round is not, or no longer, where it needs to be. For a result: wait for the end of the time for challenges, and answer them all."],
    };

    static string Close(IStringLocalizer<Words> text, Particulars asked, Round round) => text.Written(asked.ClosesAt!.Value, round.TimeZone);

    static string Now(IStringLocalizer<Words> text, Round round) => text.Written(round.Calendar.VotingUntil!.Value, round.TimeZone);
}
