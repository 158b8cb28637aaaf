using Microsoft.AspNetCore.Identity;
using PB.Data;
using PB.People;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace PB.Web.People;

/// <summary>Signs people in by e-mail address and password, and tells nobody which addresses it knows.</summary>
public sealed class PasswordDoor(SignInManager<Person> door, AccountLetters letters, PbContext db, TimeProvider clock)
{
    UserManager<Person> People => door.UserManager;

    public async Task<(SignInResult Answer, Person? Person)> TryAsync(string email, string password, string? then)
    {
        var person = await People.FindByEmailAsync(email.Trim());
        if (person is null)
        {
            // As slow as a wrong password.
            People.PasswordHasher.HashPassword(new Person(), password);
            return (SignInResult.Failed, null);
        }

        var answer = person.EmailConfirmed
            ? await door.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true)
            : await AnswerUnconfirmedAsync(person, password, then);
        return (answer, person);
    }

    // Identity would say "not allowed" before it looks at the password, and so tell strangers whose address waits for confirmation.
    async Task<SignInResult> AnswerUnconfirmedAsync(Person person, string password, string? then)
    {
        if (await People.IsLockedOutAsync(person))
            return SignInResult.LockedOut;
        if (!await People.CheckPasswordAsync(person, password))
        {
            await People.AccessFailedAsync(person);
            return SignInResult.Failed;
        }

        await letters.AskToConfirmAsync(person, then, clock.GetUtcNow());
        await db.SaveChangesAsync();
        return SignInResult.NotAllowed;
    }
}
