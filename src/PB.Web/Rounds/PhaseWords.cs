using PB.Rounds;

namespace PB.Web.Rounds;

/// <summary>What each phase means to somebody who lives there. All of these are keys of texts.</summary>
static class PhaseWords
{
    /// <summary>What can be done, and until when ({0}).</summary>
    public static string UntilWhen(RoundPhase phase, bool counted) => phase switch
    {
        RoundPhase.Counting when counted => "Voting is over and the votes are counted. The result is published once somebody else has checked it.",
        RoundPhase.Draft => "This round is not announced yet.",
        RoundPhase.Announced => "It begins on {0}.",
        RoundPhase.Ideas => "You can put forward an idea until {0}.",
        RoundPhase.Screening => "The council is checking which ideas can be done. The next part begins on {0}.",
        RoundPhase.Discussion => "You can read and talk about the projects. Voting opens on {0}.",
        RoundPhase.Voting => "You can vote until {0}.",
        RoundPhase.Counting => "Voting is over. The votes are being counted.",
        RoundPhase.Result => "The result is in.",
        RoundPhase.Delivery => "The projects that won are being built.",
        RoundPhase.Review => "We are looking back at what came of it.",
        RoundPhase.Archived => "This round is finished.",
        RoundPhase.Cancelled => "This round was cancelled.",
    };

    /// <summary>Its name in a calendar.</summary>
    public static string Name(RoundPhase phase) => phase switch
    {
        RoundPhase.Draft => "Draft",
        RoundPhase.Announced => "Announcement",
        RoundPhase.Ideas => "Ideas",
        RoundPhase.Screening => "Checking",
        RoundPhase.Discussion => "Discussion",
        RoundPhase.Voting => "Voting",
        RoundPhase.Counting => "Count and result",
        RoundPhase.Result => "Result",
        RoundPhase.Delivery => "Building",
        RoundPhase.Review => "Looking back",
        RoundPhase.Archived => "End",
        RoundPhase.Cancelled => "Cancelled",
    };

    /// <summary>What begins, in a list of dates.</summary>
    public static string NextIs(RoundPhase phase) => phase switch
    {
        RoundPhase.Draft or RoundPhase.Announced or RoundPhase.Cancelled or RoundPhase.Result => "",
        RoundPhase.Ideas => "ideas open",
        RoundPhase.Screening => "ideas close",
        RoundPhase.Discussion => "discussion opens",
        RoundPhase.Voting => "voting opens",
        RoundPhase.Counting => "voting closes",
        RoundPhase.Delivery => "building begins",
        RoundPhase.Review => "we look back",
        RoundPhase.Archived => "the round ends",
    };

    /// <summary>What happens in it.</summary>
    public static string Meaning(RoundPhase phase) => phase switch
    {
        RoundPhase.Draft or RoundPhase.Announced or RoundPhase.Cancelled => "",
        RoundPhase.Ideas => "Anybody can put forward an idea.",
        RoundPhase.Screening => "Officers check each idea against the conditions below, and tell you why if it cannot go on.",
        RoundPhase.Discussion => "Everybody can read the projects, ask and talk about them.",
        RoundPhase.Voting => "People who may vote choose the projects.",
        RoundPhase.Counting or RoundPhase.Result => "The votes are counted, and the result appears on this page.",
        RoundPhase.Delivery => "The projects that won are built. You can follow the money.",
        RoundPhase.Review => "We look back: what worked, what did not, what was promised and kept.",
        RoundPhase.Archived => "Nothing changes any more. Everything can still be read.",
    };

    /// <summary>The one thing to do now: its words and where it leads.</summary>
    public static (string Text, string Path)? NextStep(RoundPhase phase, string slug) => phase switch
    {
        RoundPhase.Ideas => ("Put forward an idea", RoundPaths.NewProposal(slug)),
        RoundPhase.Screening => ("See the ideas", RoundPaths.Proposals(slug)),
        RoundPhase.Discussion => ("See the projects", RoundPaths.Proposals(slug)),
        RoundPhase.Voting => ("Vote now", RoundPaths.Ballot(slug)),
        RoundPhase.Result or RoundPhase.Delivery or RoundPhase.Review or RoundPhase.Archived => ("See the result", RoundPaths.Result(slug)),
        RoundPhase.Draft or RoundPhase.Announced or RoundPhase.Counting or RoundPhase.Cancelled => null,
    };
}
