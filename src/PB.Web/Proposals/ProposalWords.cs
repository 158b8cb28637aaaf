using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Rounds;
using PB.Tally;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>What pages say of proposals.</summary>
static class ProposalWords
{
    public static string Of(this IStringLocalizer<Words> text, ProposalRefusal refusal, Round round) => refusal switch
    {
        ProposalRefusal.IdeasNotOpenYet => text["You can send in ideas from {0}.", text.Written(round.Calendar.IdeasFrom!.Value, round.TimeZone)],
        ProposalRefusal.IdeasClosed when round.CancelledAt is not null => text["This round is cancelled, so no ideas can be sent in."],
        ProposalRefusal.IdeasClosed when round.Calendar.IdeasFrom is null => text["In this round the council made the list of projects, so no ideas can be sent in."],
        ProposalRefusal.IdeasClosed => text["The time for ideas in this round has ended. You can still read them, and vote when voting opens."],
        ProposalRefusal.NoDraftAnyMore => text["This idea is sent in already, so it cannot be changed here."],
        ProposalRefusal.NotComplete => text["Something is still missing. Fill it in, then send your idea."],
        ProposalRefusal.TooManyPhotos => text["You have {0} photos already. Take one out before you add another.", ProposalDoors.MostPhotos],
        ProposalRefusal.VotingHasOpened => text["Voting has opened, so the list can no longer change. Ask the council if something is wrong."],
        ProposalRefusal.TakenBack => text["Its proposer has taken this idea back, so nothing can be changed."],
        ProposalRefusal.NothingChanged => text["Nothing is different yet. Change something, or go back."],
        ProposalRefusal.TooManyCoProposers => text["You have asked {0} people already. Take one out before you ask another.", CoProposers.Most],
        ProposalRefusal.NoSuchCode => text.NoSuchCode(),
        ProposalRefusal.OwnProposal => text["This is your own idea. Others can endorse it."],
        ProposalRefusal.NoSuchProposal => text["There is no other idea with this number on the list. Look at the list and write the number again."],
        ProposalRefusal.MergingAlready => text["One of the two ideas is joining another already."],
        ProposalRefusal.MergingDecided => text["This is decided already."],
        ProposalRefusal.NobodyToAsk => text["We have no address of the person whose idea that is, so we cannot ask. Talk to the council."],
        ProposalRefusal.AnsweredAlready => text["Somebody has answered it already. Their answer is on its page."],
    };

    public static string NoSuchCode(this IStringLocalizer<Words> text) =>
        text["We do not know this code, or it was used before. Look at your slip of paper and write it again."];

    public static string Of(this IStringLocalizer<Words> text, MissingPart part) => part switch
    {
        MissingPart.Title => text["Give your idea a title"],
        MissingPart.Description => text["Say what your idea is"],
        MissingPart.Place => text["Say where it would be"],
        MissingPart.Estimate => text["Say what you think it costs"],
        MissingPart.ProposerName => text["Give a name to show with the idea"],
    };

    public static string FieldOf(MissingPart part) => part switch
    {
        MissingPart.Title => nameof(DraftForm.Title),
        MissingPart.Description => nameof(DraftForm.Description),
        MissingPart.Place => nameof(DraftForm.Place),
        MissingPart.Estimate => nameof(DraftForm.Estimate),
        MissingPart.ProposerName => nameof(DraftForm.ProposerName),
    };

    public static string Of(this IStringLocalizer<Words> text, PhotoRefusal refusal) => refusal switch
    {
        PhotoRefusal.Empty => text["The file is empty. Choose another photo."],
        PhotoRefusal.TooLarge => text["The photo is larger than 8 MB. Choose a smaller one, or make it smaller first."],
        PhotoRefusal.NotAPhoto => text["The file is not a JPEG, PNG or WebP photo. Choose one that is."],
        PhotoRefusal.Damaged => text["We cannot read this photo: the file is damaged or not complete. Choose another."],
        PhotoRefusal.TooManyPixels => text["The photo has more than 40 million dots. Choose a smaller one, or make it smaller first."],
        PhotoRefusal.Unavailable => text["Photos cannot be taken in at the moment; send your idea without one."],
    };

    /// <summary>Whose idea it is, as its card and its page say.</summary>
    public static string Whose(this IStringLocalizer<Words> text, Provenance provenance, string name) => provenance switch
    {
        Provenance.Resident when name.Length > 0 => text["Idea of {0}", name],
        Provenance.Resident => text["Idea of a resident"],
        Provenance.Group when name.Length > 0 => text["Idea of the group {0}", name],
        Provenance.Group => text["Idea of a group"],
        Provenance.Organisation when name.Length > 0 => text["Idea of the organisation {0}", name],
        Provenance.Organisation => text["Idea of an organisation"],
        Provenance.CarriedOver when name.Length > 0 => text["Carried over from an earlier round, idea of {0}", name],
        Provenance.CarriedOver => text["Carried over from an earlier round"],
        Provenance.Council => text["From the council"],
        Provenance.Imported => text["Brought over from another list"],
        Provenance.Shortlisted => text["Plan of the group {0}", name],
    };

    public static LocalizedString By(this IStringLocalizer<Words> text, ProposalVersion version) =>
        version.ByStaff ? text["changed by an officer of the council"] : text["changed by its proposer"];

    public static string Of(this IStringLocalizer<Words> text, Standing standing) => standing switch
    {
        Standing.Waiting => text["Waiting for a check"],
        Standing.OnTheBallot => text["On the ballot"],
        Standing.NotOnTheBallot => text["Not on the ballot"],
        Standing.TakenBack => text["Taken back"],
        Standing.Merged => text["Part of another idea"],
        Standing.PassedOn => text["Passed on"],
        Standing.Funded => text["Funded"],
        Standing.NotFunded => text["Not funded"],
    };

    public static string Colour(Standing standing) => standing switch
    {
        Standing.Funded => "govuk-tag govuk-tag--green",
        Standing.NotOnTheBallot or Standing.NotFunded or Standing.TakenBack or Standing.Merged or Standing.PassedOn => "govuk-tag govuk-tag--grey",
        Standing.Waiting or Standing.OnTheBallot => "govuk-tag",
    };

    public static string Of(this IStringLocalizer<Words> text, Outcome outcome, int number)
    {
        var votes = number == 1 ? text["1 vote"] : text["{0} votes", number];
        return outcome switch
        {
            Outcome.Funded or Outcome.ToppedUp or Outcome.FundedBeforehand => text["It won {0} and will be funded.", votes],
            Outcome.PartFunded => text["It won {0} and gets a part of the money that it needs.", votes],
            Outcome.NoSupport => text["Nobody voted for it, so it is not funded."],
            Outcome.TooFewVotes => text["It won {0}, fewer than this round asks for, so it is not funded.", votes],
            Outcome.DoesNotFit => text["It won {0}. The money that was left did not reach for it.", votes],
            Outcome.AfterTheStop => text["It won {0}. The money ended with a project before it.", votes],
            Outcome.Excluded => text["It won {0}. Another project that cannot be built beside it won more.", votes],
            Outcome.SupportersCannotPay => text["It won {0}. Its supporters' share of the money went to other projects that they chose.", votes],
            Outcome.AreaFull => text["It won {0}. The money for its area had gone to others.", votes],
            Outcome.ExcludedBeforehand => text["It won {0}, but it had been ruled out before the count.", votes],
        };
    }
}
