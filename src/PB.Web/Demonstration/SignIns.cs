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

    public static Task<int> PrintAsync()
    {
        foreach (var line in All)
            Console.WriteLine($"{line.Name,-18} {line.Task,-42} {line.Email,-28} {Password}");
        return Task.FromResult(0);
    }
}
