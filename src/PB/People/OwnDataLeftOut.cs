namespace PB.People;

/// <summary>What the file with somebody's own data does not have, and why.</summary>
public static class OwnDataLeftOut
{
    /// <summary>The reasons, by the columns that lead to a person.</summary>
    public static IReadOnlyDictionary<OwnDataReason, string[]> All { get; } = new Dictionary<OwnDataReason, string[]>
    {
        [OwnDataReason.OpensTheAccount] = ["person_claims.user_id", "person_logins.user_id", "person_tokens.user_id"],
        [OwnDataReason.NobodyCanTell] =
        [
            "register.started.voter_id", "register.tries.voter_id", "register.departed.voter_id", "rnd.rehearsal_voters.voter_id", "grants.voters.person_id", "grants.slips.entered_by",
            "register.provisional_voters.conflict",
        ],
        [OwnDataReason.LeavesNoTrace] = ["grants.conflict_declarations.person_id", "grants.conflict_lowerings.person_id"],
        [OwnDataReason.DoneForTheCouncil] =
        [
            "appeals.answered_by", "approval.requests.approved_by", "approval.requests.requested_by", "assignment_steps.person_id", "assignments.accepted_by", "assignments.answered_by",
            "challenges.answered_by", "exclusions.decided_by", "moderation_acts.by", "moderation_acts.decided_by", "number_lots.drawn_by", "owed_answers.answered_by", "passed_on.by",
            "passed_on.outcome_by", "proposals.written_down_by", "register.anomalies.decided_by", "register.code_batches.made_by", "register.imports.made_by",
            "register.provisional_voters.confirmed_by", "register.provisional_voters.decided_by", "rounds.configured_by", "screening_decisions.officer_id", "shortlist_panels.decided_by", "sms.alerts.handled_by",
        ],
        [OwnDataReason.DoneForAFund] =
        [
            "grants.adult_checks.seen_by", "grants.assets.entered_by", "grants.assets.gone_said_by", "grants.award_conditions.met_by", "grants.awards.declined_by", "grants.awards.drafted_by", "grants.awards.ended_by", "grants.awards.signed_by",
            "grants.bank_accounts.checked_by", "grants.bank_accounts.entered_by", "grants.certificates.issued_by", "grants.conflict_lowerings.agreed_by", "grants.conflict_lowerings.proposed_by",
            "grants.corrections.person_id", "grants.decisions.declared_by", "grants.decisions.signed_by", "grants.eligibility_checks.by_id", "grants.eligibility_queries.asked_by", "grants.feedback.moderated_by",
            "grants.feedback.written_by", "grants.fund_appointments.appointed_by", "grants.group_photos.moderated_by", "grants.handovers.asked_by", "grants.handovers.signed_by", "grants.host_organisations.created_by", "grants.meetings.called_by",
            "grants.money_back.received_by", "grants.money_back.waived_by", "grants.panel_conditions.proposed_by", "grants.panel_questions.asked_by", "grants.panel_questions.dealt_by",
            "grants.payment_batches.made_by", "grants.payments.coordinator_id", "grants.payments.finance_id", "grants.payments.officer_id", "grants.plan_links.linked_by", "grants.pot_entries.by_id", "grants.practices.opened_by",
            "grants.process_appeals.answered_by", "grants.process_appeals.lodged_by", "grants.public_votes.made_by", "grants.reading_deals.dealt_by", "grants.recordings.added_by",
            "grants.referrals.raised_by", "grants.removals.asked_by", "grants.reports.accepted_by", "grants.reports.submitted_by", "grants.thread_messages.moderated_by", "grants.threads.started_by",
            "grants.visits.planned_by", "grants.waivers.agreed_by", "grants.waivers.proposed_by", "grants.worries.closed_by", "grants.worries.seen_by",
        ],
    };
}

/// <summary>Why something is not in the file.</summary>
public enum OwnDataReason
{
    /// <summary>Password, second factor, keys in links.</summary>
    OpensTheAccount,

    /// <summary>What would tell how somebody voted, or that the site itself cannot read.</summary>
    NobodyCanTell,

    /// <summary>Whom somebody on a panel said that they know: of a plan in which they have a stake they are to find nothing.</summary>
    LeavesNoTrace,

    /// <summary>Staff's acts, which are about others.</summary>
    DoneForTheCouncil,
    DoneForAFund,
}
