using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.People;

namespace PB.Web.People;

/// <summary>Takes a request for an account. The answer is the same whether or not the address has one; the mail tells its owner.</summary>
public sealed class SignUp(PbContext db, UserManager<Person> people, AccountLetters letters, TimeProvider clock)
{
    const string OneAccountPerAddress = "ux_people_normalized_user_name";

    /// <returns>What is wrong with the password; null when the request is taken.</returns>
    public async Task<IdentityError?> AskAsync(AccountForm form)
    {
        var wanted = new Person { Name = form.Name!.Trim(), UserName = form.Email, Email = form.Email };
        if (await people.WhyNotAsync(wanted, form.Password!) is { } error)
            return error;

        var now = clock.GetUtcNow();
        var known = await people.FindByEmailAsync(form.Email!);
        await (known switch
        {
            null => OpenAsync(wanted, form, now),
            { EmailConfirmed: true } => RemindAsync(known, form, now),
            _ => StartAgainAsync(known, form, now),
        });
        return null;
    }

    async Task OpenAsync(Person person, AccountForm form, DateTimeOffset now)
    {
        (person.Id, person.CreatedAt) = (Ids.New(now), now);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            if (await people.CreateAsync(person, form.Password!) is { Succeeded: false } failed)
                throw new InvalidOperationException($"No account could be made: {failed}");
            await letters.AskToConfirmAsync(person, form.Then, now);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (DbUpdateException twice) when (twice.Violates(OneAccountPerAddress))
        {
            // The same form was sent twice at once; the first one's mail is on its way.
        }
    }

    async Task RemindAsync(Person person, AccountForm form, DateTimeOffset now)
    {
        // As slow as making an account, so that the time it takes tells nothing.
        people.PasswordHasher.HashPassword(person, form.Password!);
        await letters.SayThatAccountExistsAsync(person, now);
        await db.SaveChangesAsync();
    }

    // Nobody has shown yet that the address is theirs: the newest request holds, and older links die with the stamp.
    async Task StartAgainAsync(Person person, AccountForm form, DateTimeOffset now)
    {
        var hash = people.PasswordHasher.HashPassword(person, form.Password!);
        if (await letters.HasJustAskedToConfirmAsync(person, now))
            return;
        (person.Name, person.PasswordHash) = (form.Name!.Trim(), hash);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await people.UpdateSecurityStampAsync(person);
        await letters.AskToConfirmAsync(person, form.Then, now);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
