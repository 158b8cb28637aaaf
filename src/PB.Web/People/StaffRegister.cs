using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;
using PB.People;

namespace PB.Web.People;

/// <summary>Appoints people to the council's tasks, and ends appointments.</summary>
public sealed class StaffRegister(PbContext db, UserManager<Person> people, RoleManager<IdentityRole<Guid>> roles, TimeProvider clock)
{
    /// <returns>Why not, or null when the person holds these roles and no others.</returns>
    public async Task<AppointmentRefusal?> AppointAsync(AppointmentForm form, Guid? actor)
    {
        var person = await people.FindByEmailAsync(form.Email ?? "");
        if (PeoplePolicies.WhyMayNotAppoint(person, form.Roles, form.Neighbourhoods.Length > 0) is { } refusal)
            return refusal;

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!form.Roles.Contains(Role.Administrator) && await IsLastAdministratorAsync(person!))
            return AppointmentRefusal.LastAdministrator;
        await GiveRolesAsync(person!, form.Roles);
        await GiveNeighbourhoodsAsync(person!, form.Roles.Contains(Role.NeighbourhoodManager) ? form.Neighbourhoods : []);
        await CloseAsync(person!, new JournalEntry(actor, $"Appointed somebody: {string.Join(", ", form.Roles.Order())}", "desk/people", form.Reason!, clock.GetUtcNow()).About(person!.Name));
        await transaction.CommitAsync();
        return null;
    }

    /// <returns>Why not, or null when the person holds no role any more.</returns>
    public async Task<AppointmentRefusal?> EndAsync(EndingForm form, Guid? actor)
    {
        if (await people.FindByEmailAsync(form.Email ?? "") is not { } person)
            return AppointmentRefusal.NobodyHasThisAddress;

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (await IsLastAdministratorAsync(person))
            return AppointmentRefusal.LastAdministrator;
        await GiveRolesAsync(person, []);
        await GiveNeighbourhoodsAsync(person, []);
        await CloseAsync(person, new JournalEntry(actor, "Ended somebody's appointment", "desk/people", form.Reason!, clock.GetUtcNow()).About(person.Name));
        await transaction.CommitAsync();
        return null;
    }

    // Locked, for two administrators may end each other's appointments at once.
    async Task<bool> IsLastAdministratorAsync(Person person)
    {
        await db.Database.ExecuteSqlAsync($"select id from roles where name = {Role.Administrator} for update");
        var administrators = await people.GetUsersInRoleAsync(Role.Administrator);
        return administrators is [var last] && last.Id == person.Id;
    }

    async Task GiveRolesAsync(Person person, IReadOnlyCollection<string> wanted)
    {
        foreach (var role in wanted)
            if (!await roles.RoleExistsAsync(role))
                await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Ids.New(clock.GetUtcNow()) });
        var held = await people.GetRolesAsync(person);
        await people.RemoveFromRolesAsync(person, held.Except(wanted));
        await people.AddToRolesAsync(person, wanted.Except(held));
    }

    async Task GiveNeighbourhoodsAsync(Person person, IReadOnlyCollection<string> slugs)
    {
        db.Appointments.RemoveRange(await db.Appointments.Where(a => a.PersonId == person.Id).ToListAsync());
        await db.SaveChangesAsync();
        var ids = await db.Neighbourhoods.Where(n => slugs.Contains(n.Slug)).Select(n => n.Id).ToListAsync();
        db.Appointments.AddRange(ids.Select(id => new Appointment(person.Id, id)));
    }

    // The new stamp ends the person's sessions within a minute, so that a role taken away is gone.
    async Task CloseAsync(Person person, JournalEntry entry)
    {
        db.Journal.Add(entry);
        await people.UpdateSecurityStampAsync(person);
        await db.SaveChangesAsync();
    }
}
