using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;
using PB.Rounds;
using PB.Tally.Log;

namespace PB.Ballots;

/// <summary>The mail that tells somebody that a ballot of theirs came in: a receipt code, and nothing of what is on the ballot.</summary>
/// <remarks>The code leads to the ballot, so it never lies beside a person's address: it is put in when the mail goes out.</remarks>
public sealed class BallotNotices(PbContext db, RoundKeys keys, SiteAddress site, IStringLocalizer<BallotNotices> text)
{
    const string Code = "[receipt code]";
    const string Kind = "ballot";

    public (Guid Id, string Subject, string Body) Of(Round round, bool isChange) => (
        Ids.New(round.CreatedAt),
        isChange ? text["You changed your ballot in “{0}”", round.Title] : text["Your ballot in “{0}” is in", round.Title],
        string.Join("\n\n", (string[])
        [
            isChange ? text["You changed your ballot in “{0}”. The new one is in, and takes the place of the one before.", round.Title]
                : text["Your ballot in “{0}” is in.", round.Title],
            text["Your receipt code: {0}", Code],
            text["With this code you can see that your ballot is in the public log, and after the close that it is counted: {0}", site.Of("check")],
            text["This mail does not say what is on your ballot. Keep the code like a ballot stub: after the result, choices may be published without names, and whoever has your code could then find yours."],
            text["If it was not you who voted, tell us at once. Your ballot: {0}", site.Of($"rounds/{round.Slug}/ballot")],
        ]));

    /// <summary>The mail as it goes out.</summary>
    public async Task<Message> CompleteAsync(Message message, CancellationToken cancel)
    {
        if (message.Key.Split('/') is not [Kind, var round, var voter, var version])
            return message;
        var code = await CodeAsync(Guid.Parse(round), Guid.Parse(voter), int.Parse(version, System.Globalization.CultureInfo.InvariantCulture), cancel);
        return message.Saying(message.Body.Replace(Code, code ?? text["no longer to be had"], StringComparison.Ordinal));
    }

    async Task<string?> CodeAsync(Guid round, Guid voter, int version, CancellationToken cancel)
    {
        if (!keys.Has(round))
            return null;
        var tag = VoterTag.Compute(keys.Open(round), round, voter);
        var leaves = await db.Database.SqlQuery<byte[]?>($"""select ballotbox.my_leaf({round}, {tag}, {version}) as "Value" """).ToListAsync(cancel);
        return leaves is [{ } leaf] ? ReceiptCode.Of(leaf) : null;
    }
}
