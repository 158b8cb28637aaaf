using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>What the demonstration's fund says, and what groups ask it for.</summary>
static class DemonstrateFundWords
{
    /// <summary>An application of the demonstration.</summary>
    public sealed record Idea(string Title, string Group, string Summary)
    {
        public GroupKind Kind { get; init; } = GroupKind.YouthGroup;
        public string Area { get; init; } = "East Marlbridge";
        public string Theme { get; init; } = "Being together";
        public string Need { get; init; } = "";
        public string YoungLed { get; init; } = "";
        public string Plan { get; init; } = "";
        public BudgetWords[] Lines { get; init; } = [];
    }

    public static FundTexts Texts { get; } = new()
    {
        SafeguardingPolicy = "Two adults with a current check are always there. Nobody writes to a young person in private. If you worry about somebody, tell our safeguarding lead: the button is on every page.",
        PrivacyNotice = "We keep your first name and a letter, your address for mails, and your day of birth under seal. We forget you twelve months after you leave.",
        Terms = "Spend the money on what you asked for. Keep the receipts. Tell us how it went. Give back what you do not need.",
        PanelRules = "Read everything. Be fair. Say when you have a stake. Let everybody finish. What is said in the room stays in the room.",
    };

    public static (string Name, string Question, int Weight)[] Criteria { get; } =
    [
        ("Need", "Is it needed here?", 30), ("Led by young people", "Do young people lead it?", 30), ("Worth the money", "Is it worth what it costs?", 20), ("A good plan", "Can it be done as they say?", 20),
    ];

    public static Idea[] Ideas { get; } =
    [
        new("Friday night boxing", "Saltmarsh Boxers", "A boxing evening for girls, each Friday for ten weeks.")
        {
            Theme = "Sport", Kind = GroupKind.Club, Need = "There is nothing on for girls on Friday evenings in Saltmarsh End.", YoungLed = "Four of us run the desk, the music and the warm-up.",
            Plan = "Hall from October, ten evenings, a small show at the end.",
            Lines = [new(BudgetCategory.Venue, "Hall, one evening", 10, new Money(45_00)), new(BudgetCategory.Equipment, "Gloves", 12, new Money(25_00), Capital: true), new(BudgetCategory.People, "Trainer, one evening", 10, new Money(40_00))],
        },
        new("A quiet room at the library", "Quayside Readers", "Beanbags, lamps and a rota of us, so that there is somewhere to be quiet after school.")
        {
            Theme = "Mental health", Kind = GroupKind.Friends, Need = "Home is loud for many of us, and school shuts at four.", YoungLed = "We asked sixty people, and we keep the rota.",
            Plan = "Buy in September, open in October, ask again in December.",
            Lines = [new(BudgetCategory.Equipment, "Beanbags", 8, new Money(35_00), Capital: true), new(BudgetCategory.Equipment, "Lamps", 4, new Money(22_50), Capital: true), new(BudgetCategory.Other, "Printing", 1, new Money(30_00))],
        },
        new("Drums for the Corn Hall", "Tanners Row Beats", "A set of drums that any group can book.")
        {
            Theme = "Music", Need = "Nobody can practise drums in a flat.", YoungLed = "We keep the book of who plays when, and teach beginners.", Plan = "Buy one set, fix the times with the hall, teach on Saturdays.",
            Lines = [new(BudgetCategory.Equipment, "Drum set", 1, new Money(780_00), Capital: true), new(BudgetCategory.Equipment, "Mats for the sound", 6, new Money(20_00), Capital: true)],
        },
        new("Two nights by the sea", "Orchard Vale Young Carers", "A weekend away for fifteen young carers.")
        {
            Theme = "Time off", Area = "West Marlbridge", Need = "Most of us have never been away from home for a night.", YoungLed = "We chose where, we cook, and we wrote the rules.", Plan = "Book for May, find who cares at home meanwhile, go, and write about it.",
            Lines = [new(BudgetCategory.Residential, "Hostel, a night for one", 30, new Money(38_00)), new(BudgetCategory.Transport, "Coach", 1, new Money(420_00)), new(BudgetCategory.Food, "Food for one", 15, new Money(16_00))],
        },
        new("Repair Saturdays", "Westhill Fixers", "Learn to mend bikes and phones, and mend them for others.")
        {
            Theme = "Skills", Area = "West Marlbridge", Kind = GroupKind.SchoolGroup, Need = "Things are thrown away that we could mend.", YoungLed = "Those who know teach those who do not.", Plan = "Six Saturdays in the school’s workshop.",
            Lines = [new(BudgetCategory.Equipment, "Tool set", 3, new Money(85_00), Capital: true), new(BudgetCategory.Other, "Spare parts", 6, new Money(30_00))],
        },
    ];
}
