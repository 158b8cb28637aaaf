using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;
using PB.People;
using PB.Web.Look;

namespace PB.Web.People;

/// <summary>The mails about accounts. Each is added to the context, and goes out with the act that it tells of.</summary>
public sealed class AccountLetters(PbContext db, MailedLinks links, SiteAddress site, IStringLocalizer<Words> text)
{
    /// <param name="then">Where the person was going: a local path, or null.</param>
    public Task AskToConfirmAsync(Person person, string? then, DateTimeOffset now) => WriteAsync("confirmation", person, now,
        text["Confirm your e-mail address"],
        // Without the name: a stranger may have typed it, and would speak through this mail.
        text["Hello,\n\nopen this link and press the button to confirm your e-mail address:\n\n{0}\n\nThe link works once, for 24 hours. If you did not ask for an account, do nothing: it will not be opened.",
            LinkTo("account/confirmation", person, LinkPurpose.Confirmation, then)]);

    public Task SayThatAccountExistsAsync(Person person, DateTimeOffset now) => WriteAsync("account", person, now,
        text["You have an account already"],
        text["Hello {0},\n\nsomebody, perhaps you, asked for an account with this e-mail address. You have one already.\n\nSign in: {1}\nForgotten your password? {2}\n\nIf it was not you, you need do nothing.",
            person.Name, site.Of("sign-in"), site.Of("password/new")]);

    public Task OfferNewPasswordAsync(Person person, DateTimeOffset now) => WriteAsync("password", person, now,
        text["Choose a new password"],
        text["Hello {0},\n\nopen this link to choose a new password:\n\n{1}\n\nThe link works once, for 1 hour. If you did not ask for it, do nothing: your password stays as it is.",
            person.Name, NewPasswordLink(person)]);

    public Task TellOfNewPasswordAsync(Person person, DateTimeOffset now) => WriteAsync("password-changed", person, now,
        text["Your password was changed"],
        text["Hello {0},\n\nyour password was changed just now. If it was not you, choose a new one at once: {1}",
            person.Name, site.Of("password/new")]);

    public Uri NewPasswordLink(Person person) => LinkTo("password/edit", person, LinkPurpose.Password);

    /// <summary>Whether this mail was written in these five minutes: nobody gets more, however often somebody else types their address.</summary>
    public Task<bool> HasJustAskedToConfirmAsync(Person person, DateTimeOffset now) => IsWrittenAsync(KeyOf("confirmation", person, now));

    async Task WriteAsync(string kind, Person person, DateTimeOffset now, string subject, string body)
    {
        var key = KeyOf(kind, person, now);
        if (!await IsWrittenAsync(key))
            db.Messages.Add(new Message(key, person.Email!, subject, body, now));
    }

    Task<bool> IsWrittenAsync(string key) => db.Messages.AnyAsync(message => message.Key == key);

    static string KeyOf(string kind, Person person, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}/{person.Id}/{now.ToUnixTimeSeconds() / 300}");

    Uri LinkTo(string path, Person person, LinkPurpose purpose, string? then = null)
    {
        var query = QueryString.Create("key", links.KeyFor(person, purpose));
        return site.Of($"{path}{(then is null ? query : query.Add("then", then))}");
    }
}
