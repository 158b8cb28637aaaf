using Microsoft.AspNetCore.Identity;
using PB.Data;
using PB.People;

namespace PB.Web.People;

/// <summary>Makes the first administrator of an installation, who then appoints everybody else.</summary>
static class CreateAdministrator
{
    public static Task<int> RunAsync(WebApplication app, string[] args) => RunAsync(app.Services, args);

    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        if (args is not [var email] || !email.Contains('@', StringComparison.Ordinal))
            return await FailAsync("Say whose: create-administrator name@example.org");

        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var others = (await people.GetUsersInRoleAsync(Role.Administrator)).Where(person => person.PasswordHash is not null || person.Email != email).ToList();
        if (others.Count > 0)
            return await FailAsync($"There is an administrator already: {others[0].Email}. They can appoint others at /desk/people.");

        var person = await people.FindByEmailAsync(email) ?? await MakeAsync(people, email, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var refusal = await scope.ServiceProvider.GetRequiredService<StaffRegister>()
            .AppointAsync(new AppointmentForm { Email = email, Roles = [Role.Administrator], Reason = "First administrator, made on the server." }, actor: null);
        if (refusal is not null)
            return await FailAsync($"{email} has an account without a confirmed address. Confirm it first, or name another address.");

        Console.WriteLine($"{email} is the administrator. Within 1 hour, choose a password here, then sign in and set up the second factor:");
        Console.WriteLine(scope.ServiceProvider.GetRequiredService<AccountLetters>().NewPasswordLink(person));
        return 0;
    }

    static async Task<Person> MakeAsync(UserManager<Person> people, string email, DateTimeOffset now)
    {
        var person = new Person { Id = Ids.New(now), CreatedAt = now, Name = email.Split('@')[0], UserName = email, Email = email, EmailConfirmed = true };
        return await people.CreateAsync(person) is { Succeeded: false } failed ? throw new InvalidOperationException(failed.ToString()) : person;
    }

    static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
