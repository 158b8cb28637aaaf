using Microsoft.AspNetCore.Identity;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;
using PB.Roll;

namespace PB.Web.Demonstration;

/// <summary>Makes the accounts of the demonstration: residents who may vote, and staff with their second factor.</summary>
sealed class DemonstratePeople(PbContext db, UserManager<Person> people, RoleManager<IdentityRole<Guid>> roles)
{
    static readonly (string Name, string Postcode, int Age)[] OnTheRoll =
        [("Amina Yusuf", "MB1 3BD", 34), ("Tom Ashcroft", "MB2 2AE", 58), ("Ruby Patel", "MB1 2AB", 15)];

    public async Task<Dictionary<string, Person>> MakeAsync(DateTimeOffset now)
    {
        foreach (var role in Role.All)
            await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Ids.New(now) });
        var made = new Dictionary<string, Person>();
        foreach (var line in SignIns.All.Concat(SignIns.OfFund))
            made[line.Name] = await MakeAsync(line, now);
        return made;
    }

    /// <summary>Puts the residents on the roll and gives the managers their halves of town.</summary>
    public void Settle(Dictionary<string, Person> people, Dictionary<string, Neighbourhood> places, DateTimeOffset now)
    {
        foreach (var (name, code, age) in OnTheRoll)
        {
            var voter = new Voter(people[name].Id, now);
            voter.Declare(Postcode.TryParse(code, out var postcode) ? postcode : throw new InvalidOperationException(code), age, now);
            db.Add(voter);
        }

        db.AddRange(
            new Appointment(people["Maya Okoro"].Id, places["east-marlbridge"].Id), new Appointment(people["Maya Okoro"].Id, places["riverside"].Id),
            new Appointment(people["Maya Okoro"].Id, places["old-town"].Id), new Appointment(people["Gareth Llewellyn"].Id, places["west-marlbridge"].Id));
    }

    async Task<Person> MakeAsync(SignIns.Line line, DateTimeOffset now)
    {
        var person = new Person { Id = Ids.New(now), CreatedAt = now, Name = line.Name, UserName = line.Email, Email = line.Email, EmailConfirmed = true };
        if (await people.CreateAsync(person, SignIns.Password) is { Succeeded: false } failed)
            throw new InvalidOperationException($"{line.Name}: {failed}");
        if (line.Roles.Length > 0)
            await people.AddToRolesAsync(person, line.Roles);
        if (SignIns.HasSecondFactor(line))
        {
            await people.ResetAuthenticatorKeyAsync(person);
            await people.SetTwoFactorEnabledAsync(person, enabled: true);
        }

        return person;
    }
}
