using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;
using PB.Roll;

namespace PB.Tests.Town;

// Who lives and works in the town.
public abstract partial class TownTest
{
    public const string Password = "eleven geese fly north";

    protected Task<Person> ResidentAsync(string name = "Amina Yusuf") => PersonAsync(name);

    /// <summary>A resident who has confirmed an address and an age.</summary>
    protected async Task<Person> VoterAsync(string name = "Amina Yusuf", string postcode = "MB1 1AA", int age = 34)
    {
        var person = await PersonAsync(name);
        await ChangeAsync(db =>
        {
            var voter = new Voter(person.Id, Clock.GetUtcNow());
            Assert.True(Postcode.TryParse(postcode, out var parsed));
            voter.Declare(parsed, age, Clock.GetUtcNow());
            db.Voters.Add(voter);
            return Task.CompletedTask;
        });
        return person;
    }

    /// <summary>Deletes the account of whoever is signed in, on the page for it.</summary>
    protected static async Task<Page> DeleteAccountAsync(Browser browser, params (string Name, string? Value)[] wishes) =>
        await browser.PressAsync(await browser.OpenAsync("/me/deletion"), "Delete my account for good", [.. wishes, ("Password", Password)]);

    protected Task<Person> AdministratorAsync() => PersonAsync("Ada Lind", Role.Administrator);

    protected Task<Person> OfficerAsync() => PersonAsync("Otis Hale", Role.Reviewer);

    protected async Task<Person> ManagerAsync(params Neighbourhood[] of)
    {
        var manager = await PersonAsync("Maya Okoro", Role.NeighbourhoodManager);
        await ChangeAsync(db =>
        {
            db.Appointments.AddRange(of.Select(neighbourhood => new Appointment(manager.Id, neighbourhood.Id)));
            return Task.CompletedTask;
        });
        return manager;
    }

    protected async Task<Neighbourhood> NeighbourhoodAsync(string name = "Eastfield", Neighbourhood? inside = null, params string[] postcodes)
    {
        var neighbourhood = new Neighbourhood(name, Slug.Of(name), inside?.Id, Clock.GetUtcNow());
        neighbourhood.Cover((postcodes.Length > 0 ? postcodes : ["MB1 1AA", "MB1 1AB"])
            .Select(text => Postcode.TryParse(text, out var postcode) ? postcode : throw new ArgumentException(text)));
        await ChangeAsync(db => db.AddAsync(neighbourhood).AsTask());
        return neighbourhood;
    }

    protected async Task<Person> PersonAsync(string name, params string[] roles)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = $"{Slug.Of(name)}@example.org";
        var person = new Person
        {
            Id = Ids.New(Clock.GetUtcNow()),
            Name = name,
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            CreatedAt = Clock.GetUtcNow(),
        };
        Assert.True((await people.CreateAsync(person, Password)).Succeeded);
        if (roles.Length > 0)
            await AppointAsync(scope.ServiceProvider, people, person, roles);
        return person;
    }

    static async Task AppointAsync(IServiceProvider services, UserManager<Person> people, Person person, string[] roles)
    {
        var known = services.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        foreach (var role in roles)
            if (!await known.RoleExistsAsync(role))
                await known.CreateAsync(new IdentityRole<Guid>(role));
        await people.AddToRolesAsync(person, roles);
        await people.ResetAuthenticatorKeyAsync(person);
        await people.SetTwoFactorEnabledAsync(person, enabled: true);
    }
}
