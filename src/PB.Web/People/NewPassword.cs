using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>What a new password has to be.</summary>
static class NewPassword
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>The first thing that is wrong with it; null when it will do.</summary>
    public static async Task<IdentityError?> WhyNotAsync(this UserManager<Person> people, Person person, string password)
    {
        foreach (var validator in people.PasswordValidators)
            if (await validator.ValidateAsync(people, person, password) is { Succeeded: false } failed)
                return failed.Errors.First();
        return null;
    }

    public static string SentenceOf(this IStringLocalizer<Words> text, IdentityError error) => error.Code == CommonPasswords.Code
        ? text["This password is too easy to guess. Try three or four words that have nothing to do with each other"]
        : text["Your password must be {0} characters or more", Shortest];
}
