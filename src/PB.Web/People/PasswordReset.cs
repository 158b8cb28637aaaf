using Microsoft.AspNetCore.Identity;
using PB.Data;
using PB.People;

namespace PB.Web.People;

/// <summary>Gives somebody who can read their mail a new password.</summary>
public sealed class PasswordReset(PbContext db, UserManager<Person> people, AccountLetters letters, TimeProvider clock)
{
    /// <summary>Mails a link, if the address has an account.</summary>
    public async Task OfferAsync(string email)
    {
        if (await people.FindByEmailAsync(email) is not { } person)
            return;
        await letters.OfferNewPasswordAsync(person, clock.GetUtcNow());
        await db.SaveChangesAsync();
    }

    /// <returns>False when another request used the link at the same moment.</returns>
    public async Task<bool> SetAsync(Person person, string password)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Whoever opened the link reads this address, and is not to wait for the end of a stranger's wrong tries.
        (person.EmailConfirmed, person.LockoutEnd, person.AccessFailedCount) = (true, null, 0);
        var token = await people.GeneratePasswordResetTokenAsync(person);
        if (await people.ResetPasswordAsync(person, token, password) is { Succeeded: false })
            return false;
        await letters.TellOfNewPasswordAsync(person, clock.GetUtcNow());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return true;
    }
}
