using PB.Rounds;

namespace PB.Web.Demonstration;

/// <summary>The rounds of the demonstration: where each takes place, how much money there is, and how far it has come.</summary>
/// <param name="Starts">On which day from today ideas open; everything else follows from that.</param>
sealed record DemonstratePlan(string Slug, string Title, string Place, long Pounds, int Starts, RoundPhase Phase)
{
    public required string Summary { get; init; }

    /// <summary>How many people voted.</summary>
    public int Ballots { get; init; }

    public BallotRules Rules { get; init; } = new() { MaxChoices = 3 };
    public bool IsForYoungPeople { get; init; }
    public bool ClosesInTwoMinutes { get; init; }
    public bool IsHeldForCertification => Phase is RoundPhase.Counting;
    public bool IsCounted => Phase is RoundPhase.Counting or RoundPhase.Result or RoundPhase.Delivery or RoundPhase.Review or RoundPhase.Archived;

    public static IReadOnlyList<DemonstratePlan> All { get; } =
    [
        new("eastfield-first", "Eastfield decides", "eastfield", 60_000, -800, RoundPhase.Archived)
            { Summary = "The first time that Eastfield shared out its own money. All of it is spent, and you can see on what.", Ballots = 284 },
        new("old-town-streets", "Streets of the Old Town", "old-town", 80_000, -440, RoundPhase.Review)
            { Summary = "Better streets inside the old walls, for everybody who lives, works and shops there.", Ballots = 318 },
        new("saltmarsh-home", "Saltmarsh, our home", "saltmarsh-end", 70_000, -200, RoundPhase.Delivery)
            { Summary = "£70,000 to make it easier to live in Saltmarsh End. The chosen projects are being built now.", Ballots = 301, Rules = new() { Type = BallotType.Knapsack } },
        new("westhill-walks", "Walks and views of Westhill", "westhill", 60_000, -95, RoundPhase.Result)
            { Summary = "Paths, seats and things to do on the hill. The votes are counted.", Ballots = 266, Rules = new() { MaxChoices = 3, Rule = CountingRule.EqualShares } },
        new("fairmead-play", "Play in Fairmead", "fairmead", 45_000, -86, RoundPhase.Counting)
            { Summary = "What should children and young people find on the Rec? The count waits for a second person to certify it.", Ballots = 121 },
        new("marlbridge-east", "£250,000 for East Marlbridge", "east-marlbridge", 250_000, -67, RoundPhase.Voting)
            { Summary = "A quarter of a million pounds for Eastfield, Tanners Row, Quayside and Saltmarsh End. You decide which projects are built.", Ballots = 214, Rules = new() { MaxChoices = 5, MinimumVotes = 20 } },
        new("orchard-vale-pocket-parks", "Pocket parks for Orchard Vale", "orchard-vale", 45_000, -84, RoundPhase.Voting)
            { Summary = "Small green places close to home. Spend the money as you would: choose projects until it is used up.", Ballots = 143, Rules = new() { Type = BallotType.Knapsack }, ClosesInTwoMinutes = true },
        new("young-marlbridge", "Young Marlbridge", "marlbridge", 50_000, -75, RoundPhase.Voting)
            { Summary = "£50,000 that only people from 11 to 25 decide on. Ideas, checks and questions: young people led them all.", Ballots = 88, IsForYoungPeople = true },
        new("riverside-water", "Closer to the river", "riverside", 40_000, -56, RoundPhase.Discussion)
            { Summary = "Both banks decide together how to make more of the water between them. Read, ask and compare before the vote." },
        new("eastfield-parks", "Parks of Eastfield", "eastfield", 30_000, -35, RoundPhase.Screening)
            { Summary = "Ideas for every green corner. Officers are now checking which can be done." },
        new("tanners-row-ideas", "Your idea for Tanners Row", "tanners-row", 40_000, -9, RoundPhase.Ideas)
            { Summary = "What would make Tanners Row better? Tell us in a few sentences: a rough idea is enough." },
        new("orchard-vale-lanes", "Greener lanes in Orchard Vale", "orchard-vale", 35_000, 12, RoundPhase.Announced)
            { Summary = "Trees, hedges and quiet lanes. Ideas open soon." },
        new("fairmead-arts", "Arts in Fairmead", "fairmead", 20_000, -60, RoundPhase.Cancelled)
            { Summary = "Music, theatre and painting in the streets of Fairmead." },
        new("westhill-streets", "Streets of Westhill", "westhill", 55_000, 30, RoundPhase.Draft)
            { Summary = "Safer and quieter streets on the hill." },
    ];

    public RoundCalendar CalendarAt(DateTimeOffset now)
    {
        DateTimeOffset Day(int day, int hour = 9) => DemonstrateClock.At(now, Starts + day, hour);
        return new RoundCalendar
        {
            IdeasFrom = Day(0),
            ScreeningFrom = Day(28),
            DiscussionFrom = Day(49),
            VotingFrom = Day(63),
            VotingUntil = ClosesInTwoMinutes ? now.AddMinutes(2) : Day(84, 20),
            DeliveryFrom = Day(105),
            ReviewFrom = Day(405),
            ArchiveFrom = Day(465),
        };
    }
}
