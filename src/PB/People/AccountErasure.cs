using Microsoft.EntityFrameworkCore;
using PB.Ballots;
using PB.Data;
using PB.Journal;
using PB.Roll;

namespace PB.People;

/// <summary>Deletes somebody's account: what is theirs alone goes, what belongs to everybody stays without a name, and no vote is freed.</summary>
public sealed class AccountErasure(PbContext db, Departures departures, TakingBack votes, TimeProvider clock)
{
    public async Task<ErasureRefusal?> EraseAsync(Guid id, ErasureWishes wishes, CancellationToken cancel)
    {
        if (await WhyNotAsync(id, cancel) is { } early)
            return early;
        // In transactions of their own, as every ballot: none ties one to what goes here.
        if (!await votes.TakeBackAsync(id, wishes.VotesToTakeBack, cancel))
            return ErasureRefusal.VoteStays;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Whoever appoints this person, and what they do elsewhere at this moment, comes before or after.
        await db.Database.ExecuteSqlAsync($"select 1 from people where id = {id} for update", cancel);
        if (await WhyNotAsync(id, cancel) is { } late)
            return late;
        var person = await db.Users.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
        await EraseAsync(new Leaving(id, person.Email ?? "", person.Name, clock.GetUtcNow()), wishes, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    async Task<ErasureRefusal?> WhyNotAsync(Guid id, CancellationToken cancel) =>
        !await db.Users.AnyAsync(person => person.Id == id && person.ErasedAt == null, cancel) ? ErasureRefusal.IsGone
        : (await db.TiesOfAsync(id, cancel)).Count > 0 ? ErasureRefusal.HasDuties : null;

    async Task EraseAsync(Leaving leaving, ErasureWishes wishes, CancellationToken cancel)
    {
        var hasActed = await db.HasActedAsync(leaving.Id, cancel);
        if (!hasActed)
            await db.Database.ExecuteSqlAsync($"select journal.forget_person({leaving.Id})", cancel);
        await departures.LeaveAsync(leaving.Id, leaving.Email, cancel);
        await ForgetMailsAsync(leaving, cancel);
        await DeleteDraftsAsync(leaving, cancel);
        await UnnameIdeasAsync(leaving, cancel);
        if (wishes.TakeCommentsAway)
            await db.Database.ExecuteSqlAsync($"update comments set text = '', taken_away_at = {leaving.At} where person_id = {leaving.Id} and not for_the_council and text <> ''", cancel);
        await CloseAsync(leaving, cancel);
        // Of whoever acted for the council the journal keeps the name, and can let go of it later as of all its words.
        db.Journal.Add(new JournalEntry(leaving.Id, "Deleted their account", "me", "", leaving.At).About(hasActed ? leaving.Name : ""));
        await db.SaveChangesAsync(cancel);
    }

    Task<int> DeleteDraftsAsync(Leaving leaving, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        delete from proposal_photos where proposal_id in (select id from proposals where proposer_id = {leaving.Id} and submitted_at is null);
        delete from proposal_costs where proposal_id in (select id from proposals where proposer_id = {leaving.Id} and submitted_at is null);
        delete from proposal_places where proposal_id in (select id from proposals where proposer_id = {leaving.Id} and submitted_at is null);
        delete from co_proposers where proposal_id in (select id from proposals where proposer_id = {leaving.Id} and submitted_at is null);
        delete from proposals where proposer_id = {leaving.Id} and submitted_at is null;
        """, cancel);

    // A group's or an organisation's name is not the person's.
    Task<int> UnnameIdeasAsync(Leaving leaving, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        update proposals set proposer_id = null, proposer_email = null, draft_key_hash = null, claim_code_hash = null,
            proposer_name = case when provenance in ('Group', 'Organisation') and lower(proposer_name) <> lower({leaving.Name}) then proposer_name else '' end,
            consent = case when written_down_by is null then '' else '–' end
        where proposer_id = {leaving.Id} or lower(proposer_email) = lower({leaving.Email});
        update proposal_versions set by = null where by = {leaving.Id} and not by_staff;
        delete from co_proposers where lower(email) = lower({leaving.Email});
        update mergers set ended_at = {leaving.At} where merged_at is null and ended_at is null
            and id in (select merger_id from merger_consents where lower(email) = lower({leaving.Email}) and agreed_at is null);
        update merger_consents set name = '', email = '' where lower(email) = lower({leaving.Email});
        delete from endorsements where person_id = {leaving.Id};
        delete from round_followers where person_id = {leaving.Id};
        """, cancel);

    // Those to this person, and those in which others were asked to put an idea of theirs forward together or to join it: their name stands there.
    Task<int> ForgetMailsAsync(Leaving leaving, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        delete from outbox.messages where lower("to") = lower({leaving.Email});
        delete from outbox.messages where key in (
            select 'co-proposer/' || c.id from co_proposers c join proposals p on p.id = c.proposal_id where p.proposer_id = {leaving.Id} or lower(p.proposer_email) = lower({leaving.Email})
            union all
            select 'merger/' || c.id from merger_consents c join mergers m on m.id = c.merger_id join proposals p on p.id in (m.proposal_id, m.host_id)
            where p.proposer_id = {leaving.Id} or lower(p.proposer_email) = lower({leaving.Email}));
        """, cancel);

    Task<int> CloseAsync(Leaving leaving, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"""
        delete from sms.link_codes where person_id = {leaving.Id};
        delete from person_tokens where user_id = {leaving.Id};
        delete from person_claims where user_id = {leaving.Id};
        delete from person_logins where user_id = {leaving.Id};
        update people set erased_at = {leaving.At}, name = '', email = null, normalized_email = null, user_name = null, normalized_user_name = null, password_hash = null,
            phone_number = null, email_confirmed = false, two_factor_enabled = false, security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
        where id = {leaving.Id};
        """, cancel);

    sealed record Leaving(Guid Id, string Email, string Name, DateTimeOffset At);
}

/// <summary>What somebody who deletes their account can choose.</summary>
/// <param name="VotesToTakeBack">The rounds in which their vote is not to count.</param>
/// <param name="TakeCommentsAway">Whether the words of their comments go as well.</param>
public sealed record ErasureWishes(IReadOnlyList<string> VotesToTakeBack, bool TakeCommentsAway);

/// <summary>Why an account is not deleted.</summary>
public enum ErasureRefusal
{
    IsGone,
    HasDuties,

    /// <summary>A vote cannot be taken back any more.</summary>
    VoteStays,
}
