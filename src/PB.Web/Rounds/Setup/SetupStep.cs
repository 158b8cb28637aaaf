using PB.Rounds;

namespace PB.Web.Rounds.Setup;

/// <summary>The pages on which a round is set up, in their order.</summary>
enum SetupStep
{
    Words,
    Neighbourhoods,
    Dates,
    Promise,
    Money,
    Ballot,
    Voters,
    Criteria,
    Feedback,
    Checklist,
}

/// <summary>What is still missing, where it is mended, and how: the sentences are keys of texts.</summary>
static class SetupWords
{
    public static string Name(SetupStep step) => step switch
    {
        SetupStep.Words => "Title, summary and kind",
        SetupStep.Neighbourhoods => "Neighbourhoods",
        SetupStep.Dates => "Dates",
        SetupStep.Promise => "Promise",
        SetupStep.Money => "Money",
        SetupStep.Ballot => "Ballot and count",
        SetupStep.Voters => "Who may vote",
        SetupStep.Criteria => "What an idea must fulfil",
        SetupStep.Feedback => "When people hear back",
        SetupStep.Checklist => "Young people’s checklist",
    };

    public static string Path(SetupStep step, string slug) => $"{RoundPaths.Setup(slug)}/{step switch
    {
        SetupStep.Words => "words",
        SetupStep.Neighbourhoods => "neighbourhoods",
        SetupStep.Dates => "dates",
        SetupStep.Promise => "promise",
        SetupStep.Money => "money",
        SetupStep.Ballot => "ballot",
        SetupStep.Voters => "voters",
        SetupStep.Criteria => "criteria",
        SetupStep.Feedback => "feedback",
        SetupStep.Checklist => "checklist",
    }}";

    public static SetupStep StepOf(Missing missing) => missing switch
    {
        Missing.Summary or Missing.WhoseIdeas => SetupStep.Words,
        Missing.Neighbourhoods => SetupStep.Neighbourhoods,
        Missing.YoungPeoplesChecklist => SetupStep.Checklist,
        Missing.Promise or Missing.HonestPromise => SetupStep.Promise,
        Missing.Pot or Missing.PotApproval => SetupStep.Money,
        Missing.Dates or Missing.DatesInOrder or Missing.DatesInTheFuture or Missing.TimeEnough => SetupStep.Dates,
        Missing.BallotLimit => SetupStep.Ballot,
        Missing.EligibilityInWords => SetupStep.Voters,
        Missing.Criteria => SetupStep.Criteria,
        Missing.Feedback or Missing.FeedbackAfterTheVote => SetupStep.Feedback,
    };

    public static string HowToMend(Missing missing) => missing switch
    {
        Missing.Summary => "Write in a sentence or two what the round is about.",
        Missing.Neighbourhoods => "Choose at least one neighbourhood.",
        Missing.YoungPeoplesChecklist => "Write what you have done for each of the thirteen points of the young people’s checklist.",
        Missing.Promise => "Answer the five questions of the promise for each phase.",
        Missing.HonestPromise => "If the council may overrule the vote, the honest word is Collaborate. Change the level, or let the vote stand.",
        Missing.Pot => "Write how much money there is.",
        Missing.PotApproval => "Write who approved the money, and on which day.",
        Missing.Dates => "Give the days on which voting opens and closes. If people put forward ideas, give the day on which ideas close too.",
        Missing.DatesInOrder => "Put the dates in order: each phase must begin after the one before it.",
        Missing.DatesInTheFuture => "Move the dates: the first phase must begin in the future.",
        Missing.TimeEnough => "Give people more time: at least 7 days for ideas, and at least 3 days for voting.",
        Missing.WhoseIdeas => "Say that the council wrote the list, or give the days on which people put forward ideas.",
        Missing.BallotLimit => "Say how many projects each person can choose.",
        Missing.EligibilityInWords => "Write who may vote, in words that everybody understands.",
        Missing.Criteria => "Write down what an idea must fulfil, so that everybody knows before they put one forward.",
        Missing.Feedback => "Say by which day people hear what became of it, and how.",
        Missing.FeedbackAfterTheVote => "People can only hear back after voting has closed. Give a later day.",
    };
}
