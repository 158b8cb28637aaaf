using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PB.Data;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>Refuses passwords that many people use, and those made of little but the council's name or one's own.</summary>
sealed class CommonPasswords(IOptions<SiteOptions> site) : IPasswordValidator<Person>
{
    public const string Code = "PasswordTooCommon";

    const int LettersOfOnesOwn = 4;

    static readonly Lazy<HashSet<string>> Known = new(ReadList);

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user) ? IdentityResult.Failed(new IdentityError { Code = Code }) : IdentityResult.Success);

    bool IsCommon(string password, Person person)
    {
        var small = password.ToLowerInvariant();
        if (Known.Value.Contains(small) || small.Distinct().Count() < LettersOfOnesOwn)
            return true;
        var words = WordsAround(person).Where(word => word.Length >= 3).ToList();
        var rest = words.Aggregate(small, (left, word) => left.Replace(word, "", StringComparison.Ordinal));
        return rest.Length < small.Length && rest.Count(char.IsLetter) < LettersOfOnesOwn;
    }

    IEnumerable<string> WordsAround(Person person) =>
        new[] { site.Value.Council, site.Value.Name, person.Name, person.Email ?? "", "password passwort budget council ballot welcome vote" }
            .SelectMany(text => Slug.Of(text.Length > Slug.MaxLength ? text[..Slug.MaxLength] : text).Split('-'));

    static HashSet<string> ReadList()
    {
        using var list = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("PB.Web.People.common-passwords.txt")!);
        return [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
