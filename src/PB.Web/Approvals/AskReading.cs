using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Approvals;
using PB.Ballots;
using PB.Data;
using PB.Rounds;
using PB.Web.Look;
using PB.Web.Rounds.Setup;

namespace PB.Web.Approvals;

/// <summary>Reads from the form what exactly is asked for.</summary>
public sealed class AskReading(PbContext db, BallotOwners owners, IStringLocalizer<Words> words, TimeProvider clock)
{
    /// <returns>Null when the form says something that cannot be; what, is added to the state of the form.</returns>
    public async Task<Asked?> ReadAsync(AskForm form, Round round, ModelStateDictionary state, CancellationToken cancel)
    {
        var closes = form.NeedsClose ? ReadClose(form, round, state) : null;
        var voter = form.NeedsVoter ? await ReadVoterAsync(form, round, state, cancel) : null;
        var version = form.Act is ApprovedAct.Certify
            ? await db.Results.Where(result => result.RoundId == round.Id).MaxAsync(result => (int?)result.Version, cancel) : null;
        if (form.NeedsVoter && form.Because is null)
            state.AddModelError($"Form.{nameof(form.Because)}", words["Choose why the ballot should not have been cast"]);
        return !state.IsValid ? null : new Asked(round.Id, new Particulars
        {
            Version = version,
            ClosesAt = closes,
            Because = form.NeedsVoter ? Enum.Parse<RollReason>(form.Because!.Value.ToString()) : null,
        }, form.Reason!.Trim(), voter);
    }

    DateTimeOffset? ReadClose(AskForm form, Round round, ModelStateDictionary state)
    {
        if (form.ClosesAt.Read(round.TimeZone, out var at) is { } refusal)
            state.AddModelError("Form.ClosesAt.Day", words[CivicTimeWords.Sentence(refusal), words["When voting closes"].Value]);
        else if (at is null)
            state.AddModelError("Form.ClosesAt.Day", words["Write when voting closes"]);
        else if (at <= clock.GetUtcNow() || IsOnTheWrongSide(form.Act, at.Value, round) || at >= round.Calendar.DeliveryFrom)
            state.AddModelError("Form.ClosesAt.Day", words["Choose another time: in the future, before the building begins, and earlier or later than now as the act says"]);
        return at;
    }

    static bool IsOnTheWrongSide(ApprovedAct act, DateTimeOffset at, Round round) =>
        act is ApprovedAct.CloseEarly ? at >= round.Calendar.VotingUntil : act is ApprovedAct.Extend && at <= round.Calendar.VotingUntil;

    async Task<Guid?> ReadVoterAsync(AskForm form, Round round, ModelStateDictionary state, CancellationToken cancel)
    {
        var (email, code) = ((form.Email ?? "").Trim(), (form.Code ?? "").Trim());
        if (email.Length > 0 == code.Length > 0)
            state.AddModelError($"Form.{nameof(form.Email)}", words["Write the address of the voter, or the code that they voted with: one of the two"]);
        else if (await owners.FindAsync(round.Id, email, code, cancel) is { } voter)
            return voter;
        else
            state.AddModelError(code.Length > 0 ? $"Form.{nameof(form.Code)}" : $"Form.{nameof(form.Email)}", words[code.Length > 0 ? "Nobody has voted in this round with this code" : "Nobody with this address has voted in this round"]);
        return null;
    }
}
