using PB.Grants.Funds;
using PB.Grants.Panels;
using PB.People;

namespace PB.Web.Demonstration;

/// <summary>The people of the demonstration council as whom a visitor can sign in.</summary>
public static class SignIns
{
    /// <summary>Everybody's. It is no secret: it only ever stands in a demonstration's database.</summary>
    public const string Password = "marlow otter lantern";

    /// <param name="Task">What they do, in words.</param>
    /// <param name="Roles">What they are appointed to; none for residents.</param>
    public sealed record Line(string Name, string Task, string Email, params string[] Roles);

    /// <summary>A young person of the youth panel.</summary>
    public sealed record YoungPerson(string Name, int Age, PanelRole Role);

    /// <summary>An adult who helps the youth panel.</summary>
    public sealed record AdultOfFund(string Name, FundRole Task, string Does);

    public static IReadOnlyList<Line> All { get; } =
    [
        new("Amina Yusuf", "Resident of Quayside, in the east", "amina@marlbridge.example"),
        new("Tom Ashcroft", "Resident of Orchard Vale, in the west", "tom@marlbridge.example"),
        new("Ruby Patel", "Resident of Tanners Row, 15 years old", "ruby@marlbridge.example"),
        new("Maya Okoro", "Manages the neighbourhoods of the east", "maya@marlbridge.example", Role.NeighbourhoodManager),
        new("Gareth Llewellyn", "Manages the neighbourhoods of the west", "gareth@marlbridge.example", Role.NeighbourhoodManager),
        new("Otis Hale", "Checks proposals", "otis@marlbridge.example", Role.Reviewer),
        new("Carys Bevan", "Certifies results", "carys@marlbridge.example", Role.Ratifier),
        new("Ada Lind", "Administrator", "ada@marlbridge.example", Role.Administrator),
    ];

    public static IReadOnlyList<YoungPerson> Young { get; } =
    [
        new("Ade Bello", 17, PanelRole.Chair), new("Bo Lindqvist", 16, PanelRole.ViceChair), new("Cas Moor", 18, PanelRole.Member), new("Dee Shah", 15, PanelRole.Member),
        new("Eli Fox", 14, PanelRole.Member), new("Fay Hunt", 16, PanelRole.Member), new("Gus Roy", 17, PanelRole.Member), new("Hana Kim", 19, PanelRole.Member),
        new("Ivy Stone", 15, PanelRole.Member), new("Jai Patel", 18, PanelRole.Member), new("Kit Owen", 16, PanelRole.Member), new("Lou Marsh", 13, PanelRole.Trainee),
    ];

    public static IReadOnlyList<AdultOfFund> Adults { get; } =
    [
        new("Yara Wood", FundRole.YouthWorker, "Coordinates the youth panel"), new("Yusuf Ali", FundRole.YouthWorker, "Coordinates it with her"), new("Dana Lowe", FundRole.SafeguardingLead, "Keeps the young people safe"),
        new("Finn Ito", FundRole.FinanceOfficer, "Pays what the youth panel decided"), new("Fleur Grant", FundRole.FinanceOfficer, "Checks bank details with him"), new("Alan Price", FundRole.AccountableOfficer, "Signs for the council"),
    ];

    /// <summary>Those of the youth fund.</summary>
    public static IReadOnlyList<Line> OfFund { get; } =
    [
        .. Young.Select(young => new Line(young.Name, $"Youth panel, {young.Age} years old{(young.Role is PanelRole.Chair ? ", chair" : young.Role is PanelRole.ViceChair ? ", vice-chair" : young.Role is PanelRole.Trainee ? ", learns" : "")}", AddressOf(young.Name))),
        .. Adults.Select(adult => new Line(adult.Name, adult.Does, AddressOf(adult.Name))),
    ];

    /// <summary>Whether they show a second factor.</summary>
    public static bool HasSecondFactor(Line line) => line.Roles.Length > 0 || Adults.Any(adult => adult.Name == line.Name);

    static string AddressOf(string name) => $"{name.Split(' ')[0].ToLowerInvariant()}@marlbridge.example";

    public static Task<int> PrintAsync()
    {
        foreach (var line in All.Concat(OfFund))
            Console.WriteLine($"{line.Name,-18} {line.Task,-42} {line.Email,-28} {Password}");
        return Task.FromResult(0);
    }
}
