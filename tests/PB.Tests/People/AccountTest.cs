using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.People;
using PB.Tests.Town;

namespace PB.Tests.People;

/// <summary>What tests of accounts have in common: the forms, the mails, the app on the phone.</summary>
public abstract partial class AccountTest : TownTest
{
    protected const string Email = "nia@example.org";

    protected static async Task<Page> SignUpAsync(Browser browser, string email = Email, string password = Password, string then = "") =>
        await browser.PressAsync(await browser.OpenAsync("/account/new" + then), "Make my account", ("Name", "Nia Rees"), ("Email", email), ("Password", password));

    protected static async Task<Page> SignInAsync(Browser browser, string email = Email, string password = Password, string then = "") =>
        await browser.PressAsync(await browser.OpenAsync("/sign-in" + then), "Sign in", ("Email", email), ("Password", password));

    /// <summary>The address in the newest mail to somebody.</summary>
    protected async Task<string> MailedLinkAsync(string email = Email)
    {
        var body = await WithDbAsync(db => db.Messages.Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Body).FirstAsync());
        return new Uri(Link().Match(body).Value).PathAndQuery;
    }

    protected Task<int> MailsAsync(string email = Email) => WithDbAsync(db => db.Messages.CountAsync(m => m.To == email));

    /// <summary>What the person's app shows now.</summary>
    protected async Task<string> CodeAsync(Person person)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var key = await people.GetAuthenticatorKeyAsync((await people.FindByIdAsync(person.Id.ToString()))!);
        return AuthenticatorCode.At(key!, Clock.GetUtcNow());
    }

    protected async Task WithPeopleAsync(Func<UserManager<Person>, Task> act)
    {
        await using var scope = Hall.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
    }

    [GeneratedRegex(@"http\S+")]
    private static partial Regex Link();
}
