using System.ComponentModel.DataAnnotations;

namespace PB.Web.Rounds.Setup;

public enum BallotKind
{
    [Display(Name = "Choose projects that you support",
        Description = "Example: “choose up to 5”. You choose a bench, trees and a ramp; each gets one vote from you, whatever it costs.")]
    Approval,

    [Display(Name = "Spend the pot yourself",
        Description = "Example: the pot is £100. You may choose a £60 bench and a £40 tree, but not a £70 ramp too: that would be over the pot.")]
    Knapsack,
}

public enum DoesNotFit
{
    [Display(Name = "Pass over it and go on",
        Description = "Example: £50 is left, and the next project costs £60. It is passed over, and the one after it, for £40, is funded.")]
    Skip,

    [Display(Name = "Stop there",
        Description = "Example: £50 is left, and the next project costs £60. Nothing more is funded. The £50 is not given out.")]
    Stop,

    [Display(Name = "Give it what is left if that is nearly enough, then stop",
        Description = "Example: £50 is left, and the next project costs £60. It gets the £50, because that is at least 80% of it. Then we stop.")]
    PartFund,

    [Display(Name = "Add what is missing if it is nearly enough, then stop",
        Description = "Example: £50 is left, and the next project costs £60. The council adds £10 from a reserve, because £50 is at least 80% of it.")]
    TopUp,
}

public enum TieChoice
{
    [Display(Name = "The cheaper one goes first", Description = "Example: a £40 tree and a £60 bench have 12 votes each. The tree goes first.")]
    CheaperFirst,

    [Display(Name = "The lower number on the ballot goes first", Description = "Example: projects 3 and 7 have 12 votes each. Project 3 goes first.")]
    LowerNumberFirst,

    [Display(Name = "A lot decides", Description = "Example: projects 3 and 7 have 12 votes each. A lot is drawn from the ballots themselves, so that anybody can draw it again.")]
    Lot,
}

public enum PublishWhen
{
    [Display(Name = "As soon as the votes are counted", Description = "Example: voting closes at 5pm on Friday, and the result is on the page a few seconds later.")]
    AtOnce,

    [Display(Name = "When somebody else has checked it", Description = "Example: voting closes on Friday. A colleague who did not set up the round checks the count on Monday, and then it is published.")]
    WhenCertified,
}
