using PB.Rounds;

namespace PB.Web.Demonstration;

/// <summary>What the rounds of the demonstration promise, ask and answer.</summary>
static class DemonstrateWords
{
    public static string[] Criteria { get; } =
    [
        "It is in the neighbourhood, or for the people who live there",
        "Everybody may use it, not one household or business alone",
        "It costs no more than the whole pot, and can be built within a year",
        "The council is allowed to do it, and somebody will look after it",
    ];

    public static PromiseWords Promise(RoundPhase phase) => phase switch
    {
        RoundPhase.Ideas => new(Influence.Involve, "Any idea that meets the four conditions", "The size of the pot and the conditions, set by the council's cabinet",
            "An officer checks each idea by the conditions, and says why", "You can correct your idea and send it again", true),
        RoundPhase.Discussion => new(Influence.Consult, "What people should know before they vote", "The list of projects and their prices",
            "The neighbourhood manager answers every question within five days", "The answer stands beside the question, for all to see", true),
        _ => new(Influence.Empower, "Which projects are paid for", "The size of the pot, set by the council's cabinet",
            "You do: the projects with most votes are paid for, as far as the money goes", "It cannot differ: the council has bound itself to the result", false),
    };

    public static string[] YoungPeoplesChecklist { get; } =
    [
        "The youth council wrote this round with two youth workers.", "Every page was read by a panel of six people aged 11 to 14.",
        "Ballots are open on phones, after school and in all four youth clubs.", "Youth workers are there at each event, and are checked.",
        "No photo of a child is shown without a signed form.", "Bus fares are paid for everybody who comes to a meeting.",
        "Meetings end by seven, and there is food.", "Adults may listen but do not vote.", "The cabinet has bound itself to the result.",
        "Everybody who put forward an idea gets an answer within two weeks.", "A person to talk to is named on each page: Carys, 01632 960 203.",
        "What young people say is kept without their name.", "Six months after the vote the youth council looks at what was built.",
    ];

    public const string Passed = "It meets all four conditions, and the price is right.";
    public const string PassedNext = "It is on the ballot. We will tell you the result by e-mail.";
    public const string Refused = "It does not meet this condition of the round.";
    public const string RefusedNext = "You can change the idea so that it does, and send it in to the next round. Otis Hale will help: 01632 960 204.";
}
