using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Calls;
using PB.Rounds;

namespace PB.Grants.Applications;

/// <summary>Takes an application in: the team sends it, the adult signs exactly what was sent, either takes it back.</summary>
public sealed class ApplicationDesk(PbContext db, GrantLetters letters, TimeProvider clock)
{
    /// <summary>Keeps what the team wrote, finished or not.</summary>
    public Task<SendingRefusal?> WriteAsync(Guid id, Action<Application, DateTimeOffset> write, CancellationToken cancel) => ChangeAsync(id, (application, call, query, now) =>
    {
        if (!application.MayBeWritten(call, query, now))
            return Task.FromResult<SendingRefusal?>(SendingRefusal.TooLate);
        write(application, now);
        return Task.FromResult<SendingRefusal?>(null);
    }, cancel);

    /// <summary>Sends it to the adult, who is written to.</summary>
    public Task<SendingRefusal?> SendAsync(Guid id, string adultEmail, CancellationToken cancel) => ChangeAsync(id, async (application, call, query, now) =>
    {
        if (!application.MayBeWritten(call, query, now))
            return SendingRefusal.TooLate;
        // Signed as it stands: there is nothing to send.
        if (application.CosignedAt is not null)
            return null;
        var papers = await db.Set<ApplicationPaper>().Where(paper => paper.ApplicationId == id).Select(paper => paper.Category).ToListAsync(cancel);
        if (application.WhyNotSent(call, papers).Any())
            return SendingRefusal.Incomplete;
        if (await db.WhyNotAdultAsync(id, call.FundId, adultEmail, cancel) is { } refusal)
            return refusal;
        if (application.AdultEmail != adultEmail)
            application.AskAdult(adultEmail);
        application.Submit(application.Ref ?? await NextRefAsync(call, now, cancel), ApplicationHash.Of(application), now);
        var letter = letters.AskToSign(application, call, application.SignableUntil(call, query)!.Value, now);
        // Whoever presses twice, or comes back to an adult, writes to nobody twice.
        if (!await db.Messages.AnyAsync(message => message.Key == letter.Key, cancel))
            db.Messages.Add(letter);
        return null;
    }, cancel);

    /// <param name="version">The version that the adult read.</param>
    public Task<SendingRefusal?> CosignAsync(Guid id, int version, Guid adultId, HostWords host, CancellationToken cancel) => ChangeAsync(id, async (application, call, query, now) =>
    {
        if (application.WithdrawnAt is not null || application.SubmittedAt is null || application.Version != version)
            return SendingRefusal.Changed;
        if (application.CosignedAt is not null && query is null)
            return null;
        if (!(now < application.SignableUntil(call, query)))
            return SendingRefusal.TooLate;
        if (await db.WhyNotAdultAsync(id, call.FundId, application.AdultEmail, cancel) is { } refusal)
            return refusal;
        application.BeHostedBy(await db.EnterHostAsync(adultId, host, now, cancel));
        application.Cosign(adultId, now);
        query?.Mend(now);
        db.Messages.AddRange(await ReceiptsAsync(application, call, now, cancel));
        return null;
    }, cancel);

    public Task<SendingRefusal?> WithdrawAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, async (application, _, _, now) =>
    {
        if (await db.Awards.AnyAsync(award => award.ApplicationId == id && award.SignedAt != null, cancel))
            return SendingRefusal.TooLate;
        await db.TakeBackAsync(application, now, cancel);
        return null;
    }, cancel);

    async Task<string> NextRefAsync(Call call, DateTimeOffset now, CancellationToken cancel)
    {
        var letters = await db.Funds.Where(f => f.Id == call.FundId).Select(f => f.Body.Letters).SingleAsync(cancel);
        var stem = LocalTime.ToLocal(now, call.TimeZone).ToString($"'{letters}'yy-", CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({stem}, 0))", cancel);
        var last = await db.Applications.Where(a => a.Ref!.StartsWith(stem)).MaxAsync(a => a.Ref, cancel);
        var number = last is null ? 1 : int.Parse(last[stem.Length..], CultureInfo.InvariantCulture) + 1;
        return stem + number.ToString("0000", CultureInfo.InvariantCulture);
    }

    async Task<IEnumerable<Outbox.Message>> ReceiptsAsync(Application application, Call call, DateTimeOffset now, CancellationToken cancel) =>
        (await db.Users.Where(person => person.Id == application.LeadId || person.Id == application.AdultId).Select(person => person.Email!).ToListAsync(cancel))
        .Select(address => letters.Entered(application, call, address, now));

    async Task<SendingRefusal?> ChangeAsync(Guid id, Func<Application, Call, EligibilityQuery?, DateTimeOffset, Task<SendingRefusal?>> change, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Lock before clock: a change of the text and a signature wait for each other.
        await db.Database.SqlQuery<Guid>($"""select id as "Value" from grants.applications where id = {id} for update""").ToListAsync(cancel);
        var application = await db.WholeApplications().SingleAsync(a => a.Id == id, cancel);
        var call = await db.Calls.Include(c => c.EligibilityRules).SingleAsync(c => c.Id == application.CallId, cancel);
        var now = clock.GetUtcNow();
        var query = await db.OpenQueryAsync(id, now, cancel);
        if (await change(application, call, query, now) is { } refusal)
            return refusal;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}

/// <summary>The part of the organisation that holds the money, as its adult fills it in.</summary>
public sealed record HostWords(string Name, HostKind Kind, string OrganisationId, string SafeguardingPolicy, HostDays Days)
{
    public DateOnly? PolicyReviewedOn => Days.PolicyReviewedOn;

    public DateOnly? InsuredUntil => Days.InsuredUntil;
}

public sealed record HostDays(DateOnly? PolicyReviewedOn, DateOnly? InsuredUntil);

/// <summary>Why an application is not sent or signed.</summary>
public enum SendingRefusal
{
    TooLate,
    Incomplete,
    LeadIsAdult,

    /// <summary>The adult works for the fund or sits on its panel.</summary>
    AdultOfTheFund,

    /// <summary>The team has changed it: there is a newer version to sign.</summary>
    Changed,
}
