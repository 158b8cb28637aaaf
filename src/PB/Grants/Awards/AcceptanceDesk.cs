using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Journal;

namespace PB.Grants.Awards;

/// <summary>Takes the group's answer to an offer: it stands when the young lead and the supporting adult have both said yes.</summary>
public sealed class AcceptanceDesk(PbContext db, TimeProvider clock)
{
    /// <param name="answer">Who answers, as what, and how.</param>
    public async Task<OfferRefusal?> AnswerAsync(Guid awardId, OfferAnswer answer, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var award = await db.LockedAwardAsync(awardId, cancel);
        var now = clock.GetUtcNow();
        if (WhyNot(award, answer, now) is { } refusal)
            return refusal;
        if (!answer.IsYes)
            award.Decline(answer.PersonId, now);
        else if (answer.AsAdult)
            award.AcceptAsAdult(answer.PersonId, now);
        else
            award.AcceptAsLead(answer.PersonId, now);
        if (award.AcceptedAt is not null)
            await AskForReportAsync(award, now, cancel);
        db.Journal.Add(new JournalEntry(answer.PersonId, answer.IsYes ? "Accepted an offer" : "Declined an offer", $"awards/{award.Ref}", answer.AsAdult ? "As supporting adult" : "As young lead", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    static OfferRefusal? WhyNot(Award award, OfferAnswer answer, DateTimeOffset now) => award.PhaseAt(now) switch
    {
        AwardPhase.Lapsed => OfferRefusal.TooLate,
        not AwardPhase.Offered => OfferRefusal.AnsweredAlready,
        _ when (answer.AsAdult ? award.AdultAcceptedAt : award.LeadAcceptedAt) is not null => OfferRefusal.AnsweredAlready,
        _ when answer.IsYes && award.IsBelowViable && !answer.WithLess => OfferRefusal.NeedsYesToLess,
        _ => null,
    };

    // The last report is due six weeks after the project ends; a year after acceptance where the group gave no end.
    async Task AskForReportAsync(Award award, DateTimeOffset now, CancellationToken cancel)
    {
        var ends = await db.Applications.Where(a => a.Id == award.ApplicationId).Select(a => a.Answers.EndsOn).SingleAsync(cancel);
        var due = ends?.AddDays(42) ?? DateOnly.FromDateTime(now.UtcDateTime).AddYears(1);
        db.Reports.Add(new Report(award.Id, ReportKind.Final, due, now));
    }
}

/// <summary>What one of the two says to an offer.</summary>
/// <param name="WithLess">Whether they say yes to doing it with less than they said they need.</param>
public sealed record OfferAnswer(Guid PersonId, bool AsAdult, bool IsYes, bool WithLess = false);
