using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Grants.Funds;
using PB.Outbox;

namespace PB.Grants.Awards;

/// <summary>Tells a group that its feedback, or the answer to its appeal, can be read. The words themselves stay on the site.</summary>
public sealed class FeedbackLetters(PbContext db, SiteAddress site, IStringLocalizer<FeedbackLetters> text)
{
    public Task SentAsync(Guid applicationId, DateTimeOffset now, CancellationToken cancel) => WriteAsync(applicationId, "feedback",
        title => text["What the panel says about “{0}”", title],
        address => text["Two things that are strong, and one that you could do better next time.\n\nRead them here: {0}", address], now, cancel);

    public Task AnsweredAsync(Guid applicationId, DateTimeOffset now, CancellationToken cancel) => WriteAsync(applicationId, "appeal",
        title => text["Your appeal for “{0}” is answered", title],
        address => text["Somebody who had no part in the decision has looked at how it was made.\n\nRead the answer: {0}", address], now, cancel);

    /// <summary>Tells the accountable officers that somebody who had no part in the decision has to answer.</summary>
    public async Task LodgedAsync(Guid applicationId, DateTimeOffset now, CancellationToken cancel)
    {
        var about = await AboutAsync(applicationId, cancel);
        foreach (var address in await db.AddressesOfAsync(about.FundId, FundRole.AccountableOfficer, now, cancel))
            db.Messages.Add(new Message($"appeal-lodged/{applicationId}/{address}", address, text["An appeal waits: {0}", about.Ref],
                text["A group says that a decision was not made by the rules. An accountable officer who had no part in it answers:\n\n{0}", site.Of($"funds/{about.Fund}/applications/{about.Ref}/appeal")], now));
    }

    async Task WriteAsync(Guid applicationId, string page, Func<string, string> subject, Func<Uri, string> body, DateTimeOffset now, CancellationToken cancel)
    {
        var about = await AboutAsync(applicationId, cancel);
        foreach (var address in await db.AddressesOfGroupAsync(applicationId, cancel))
            db.Messages.Add(new Message($"{page}/{applicationId}/{address}", address, subject(about.Title), body(site.Of($"funds/{about.Fund}/applications/{about.Ref}/{page}")), now));
    }

    Task<About> AboutAsync(Guid applicationId, CancellationToken cancel) => (
        from application in db.Applications
        where application.Id == applicationId
        join call in db.Calls on application.CallId equals call.Id
        join fund in db.Funds on call.FundId equals fund.Id
        select new About(fund.Id, fund.Slug, application.Ref!, application.Title)).SingleAsync(cancel);

    sealed record About(Guid FundId, string Fund, string Ref, string Title);
}
