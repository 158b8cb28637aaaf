using PB.Grants.Applications;
using PB.Grants.Calls;
using PB.Tally;
using static PB.Web.Demonstration.DemonstrateFundWords;

namespace PB.Web.Demonstration;

/// <summary>What groups ask the demonstration's fund for in the two calls that are further on.</summary>
static class DemonstrateGrantWords
{
    /// <summary>What the panel talks about tonight.</summary>
    public static Idea[] Tonight { get; } =
    [
        new("A film about our street", "Quayside Lens", "Ten of us film what people remember, and show it on the quay.")
        {
            Theme = "Film", Need = "The street is to be pulled down, and nobody writes down what it was.", YoungLed = "We ask, we film, we cut.", Plan = "Film in spring, cut in May, show it in June.",
            Lines = [new(BudgetCategory.Equipment, "Microphone", 2, new Money(60_00), Capital: true), new(BudgetCategory.Other, "Camera, hired for a week", 2, new Money(140_00)), new(BudgetCategory.Venue, "Screen on the quay", 1, new Money(200_00))],
        },
        new("Breakfast before exams", "Year 11 of Marlbridge School", "Porridge and fruit for everybody on exam mornings.")
        {
            Theme = "Food", Kind = GroupKind.SchoolGroup, Need = "One in five of us comes without breakfast.", YoungLed = "We cook in turns, six each morning.", Plan = "Twenty mornings in May and June.",
            Lines = [new(BudgetCategory.Food, "Food for one morning", 20, new Money(32_00)), new(BudgetCategory.Equipment, "Bowls and spoons", 60, new Money(2_50), Capital: true)],
        },
        new("Skate lessons by girls for girls", "Westhill Wheels", "Eight Sundays at the skate park, with boards to borrow.")
        {
            Theme = "Sport", Area = "West Marlbridge", Need = "The park is full of boys, and girls stop coming.", YoungLed = "Four of us teach, and one keeps the boards.", Plan = "From April, whenever it is dry.",
            Lines = [new(BudgetCategory.Equipment, "Board and helmet", 8, new Money(70_00), Capital: true), new(BudgetCategory.People, "First-aider, one Sunday", 8, new Money(30_00))],
        },
    ];

    /// <summary>What it decided on before: the first group said yes to its grant, the second has an offer, the third hears why not.</summary>
    public static Idea[] Before { get; } =
    [
        new("Benches painted by us", "Tanners Row Youth Club", "Six benches by the river, painted with what we want to say.")
        {
            Theme = "Art", Need = "There is nowhere to sit that feels like ours.", YoungLed = "We draw, the club votes, we paint.", Plan = "Two weekends in October.",
            Lines = [new(BudgetCategory.Equipment, "Paint and brushes", 6, new Money(45_00)), new(BudgetCategory.People, "Artist, one day", 2, new Money(110_00))],
        },
        new("A choir that meets in the park", "Orchard Vale Voices", "Singing together on Thursdays, for whoever comes by.")
        {
            Theme = "Music", Area = "West Marlbridge", Need = "Many of us are alone after school.", YoungLed = "Two of us lead, all of us choose the songs.", Plan = "Each Thursday until Christmas.",
            Lines = [new(BudgetCategory.People, "Pianist, one evening", 12, new Money(35_00)), new(BudgetCategory.Other, "Song sheets", 1, new Money(60_00))],
        },
        new("A bigger telly for the club", "Saltmarsh Gamers", "A screen for our game nights.")
        {
            Kind = GroupKind.Club, Need = "Ours is old.", YoungLed = "We chose it.", Plan = "Buy it.",
            Lines = [new(BudgetCategory.Equipment, "Screen", 1, new Money(900_00), Capital: true)],
        },
    ];

    /// <summary>What the panel put before the pupils of a school; the last one it did not.</summary>
    public static Idea[] ForPupils { get; } =
    [
        new("A quiet room at lunch", "Year 9 of Marlbridge School", "Cushions, plants and a lamp, in the room by the library.")
        {
            Kind = GroupKind.SchoolGroup, Theme = "Being well", Need = "The yard is loud, and there is nowhere to sit still.", YoungLed = "We plan the room and look after it.", Plan = "Paint it in the holidays, open it in September.",
            Lines = [new(BudgetCategory.Equipment, "Cushion", 20, new Money(12_00), Capital: true), new(BudgetCategory.Equipment, "Plant", 10, new Money(16_00))],
        },
        new("Lockers that close", "The pupils’ council", "New locks for the lockers of two years.")
        {
            Kind = GroupKind.SchoolGroup, Theme = "Things we need", Need = "Half of the locks are broken.", YoungLed = "We counted them and asked for three prices.", Plan = "One Saturday in May.",
            Lines = [new(BudgetCategory.Equipment, "Lock", 60, new Money(9_50), Capital: true)],
        },
        new("A bike shed with a roof", "Marlbridge Pedals", "Dry bikes, and tools to mend them.")
        {
            Kind = GroupKind.SchoolGroup, Theme = "Getting about", Need = "Bikes rust in the rain, so people come by car.", YoungLed = "We build it with our teacher.", Plan = "Wood in April, roof in May.",
            Lines = [new(BudgetCategory.Equipment, "Roof, wood and screws", 1, new Money(520_00), Capital: true), new(BudgetCategory.Equipment, "Tool set", 2, new Money(65_00), Capital: true)],
        },
        new("Hoodies for our team", "Marlbridge Rowers", "Eight hoodies with our name.")
        {
            Kind = GroupKind.SchoolGroup, Theme = "Sport", Need = "We want to look like a team.", YoungLed = "We drew them.", Plan = "Order them.",
            Lines = [new(BudgetCategory.Other, "Hoodie", 8, new Money(35_00))],
        },
    ];
}
