using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Data;
using PB.Journal;

namespace PB.Approvals;

/// <summary>The way of everything that one person alone may not do: somebody asks, somebody else sees exactly what will happen and decides.</summary>
public sealed class TwoPeople(PbContext db, ActsOfTwo acts, TimeProvider clock)
{
    // What the database says when the round is not, or no longer, where the act needs it.
    const string NotThere = "PB009", NeedsTwo = "PB006";

    /// <param name="act">What is asked for.</param>
    /// <param name="subject">On what: a public address.</param>
    /// <param name="asked">The details.</param>
    /// <param name="by">Who asks, and as what.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>The request's id.</returns>
    public async Task<Guid> AskAsync(ApprovedAct act, string subject, Asked asked, Officer by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"""
            select approval.ask({id}, {act.ToString()}, {asked.Round}, {asked.Particulars.Text()}, {asked.Reason}, {by.Id}, {by.Role}, {asked.Voter})
            """, cancel);
        db.Journal.Add(new JournalEntry(by.Id, $"Asked for a second person: {act}", subject, asked.Reason, now).About(asked.Particulars.Text()));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return id;
    }

    /// <param name="request">What the second person was shown: nothing else is approved.</param>
    /// <param name="subject">On what: a public address.</param>
    /// <param name="by">Who decides, and as what.</param>
    /// <param name="approve">Whether it shall be done; then it is done at once.</param>
    /// <param name="answer">Why.</param>
    /// <returns>Why the decision does not count, or null when it does.</returns>
    public async Task<ApprovalRefusal?> DecideAsync(ApprovalRequest request, string subject, Officer by, bool approve, string answer)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        try
        {
            await db.Database.ExecuteSqlAsync($"select 1 from rounds where id = {request.RoundId} for update");
            var outcome = (await db.Database.SqlQuery<string>($"""
                select approval.decide({request.Id}, {by.Id}, {by.Role}, {approve}, {answer}, {request.SubjectHash}) as "Value"
                """).ToListAsync()).Single();
            if (Read(outcome) is { } refusal)
                return refusal;
            db.Journal.Add(new JournalEntry(by.Id, $"{(approve ? "Approved" : "Declined")}: {request.Act}", subject, answer, clock.GetUtcNow()));
            if (approve)
                await acts.CarryOutAsync(request, by);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return null;
        }
        catch (PostgresException failure) when (failure.SqlState is NotThere or NeedsTwo)
        {
            db.ChangeTracker.Clear();
            return failure.SqlState == NeedsTwo ? ApprovalRefusal.SamePerson : ApprovalRefusal.NotNow;
        }
    }

    static ApprovalRefusal? Read(string outcome) => outcome switch
    {
        "approved" or "declined" => null,
        "decided" => ApprovalRefusal.Decided,
        "expired" => ApprovalRefusal.Expired,
        "same_person" => ApprovalRefusal.SamePerson,
        "other" => ApprovalRefusal.NotWhatWasShown,
        _ => throw new InvalidOperationException($"The database answered {outcome}."),
    };
}

/// <summary>A member of staff who asks or decides, and as what.</summary>
public sealed record Officer(Guid Id, string Role);

/// <summary>What is asked for, and why.</summary>
public sealed record Asked(Guid? Round, Particulars Particulars, string Reason, Guid? Voter = null);

/// <summary>Why a decision of the second person does not count.</summary>
public enum ApprovalRefusal
{
    Decided,
    Expired,
    SamePerson,
    NotWhatWasShown,

    /// <summary>The round is not, or no longer, where this can be done.</summary>
    NotNow,
}
