using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.Marking;
using PB.Grants.Meetings;
using PB.Web.Grants.Marking;

namespace PB.Web.Grants.Meetings;

/// <summary>Opens the decisions of a call, as far as somebody may know of them.</summary>
public sealed class DecisionTools(PbContext db, CallDoor door, IAuthorizationService doors, Release release)
{
    internal async Task<(DecisionListPage? Page, IActionResult? Refusal)> OpenAsync(Controller controller, CallAddress address, CancellationToken cancel)
    {
        if (await door.OpenAsync(controller.User, address.Fund, address.Call, cancel) is not { } visit) return (null, controller.NotFound());
        var (see, refer) = (await doors.MayAsync(controller.User, MeetingAct.See, visit.Roles), await doors.MayAsync(controller.User, MeetingAct.Refer, visit.Roles));
        if (!see && !refer) return (null, controller.NotFound());
        var known = (await db.KnownTo(visit.Call.Id, visit.Reader).Select(a => a.Id).ToListAsync(cancel)).ToHashSet();
        var lines = (await release.LinesAsync(visit.Call.Id, cancel)).Where(line => known.Contains(line.Application.Id)).ToList();
        return (new DecisionListPage(visit, lines)
        {
            MayRefer = refer,
            MayRelease = await doors.MayAsync(controller.User, MeetingAct.Release, visit.Roles),
            MayVote = await doors.MayAsync(controller.User, MeetingAct.Vote, visit.Roles),
            MayLead = await doors.MayAsync(controller.User, MeetingAct.Lead, visit.Roles),
            WithoutOfficer = (await db.WithoutOfficer(visit.Call.Id, visit.Fund.Id).Where(own => known.Contains(own.Id)).Select(own => own.Id).ToListAsync(cancel)).ToHashSet(),
            Appealed = refer ? (await db.ProcessAppeals.Where(appeal => known.Contains(appeal.ApplicationId)).Select(appeal => appeal.ApplicationId).ToListAsync(cancel)).ToHashSet() : [],
        }, null);
    }

    /// <summary>One of the decisions, for who may do this with it.</summary>
    internal async Task<(DecisionListPage? Page, ReleaseLine? Line, IActionResult? Refusal)> OpenAsync(Controller controller, CallAddress address, string reference, Func<DecisionListPage, bool> may, CancellationToken cancel)
    {
        var (page, refusal) = await OpenAsync(controller, address, cancel);
        if (refusal is not null) return (null, null, refusal);
        var line = page!.Lines.SingleOrDefault(one => one.Application.Ref == reference);
        return line is null ? (null, null, controller.NotFound()) : may(page) ? (page, line, null) : (null, null, controller.Forbid());
    }
}

/// <summary>Where the decisions of a call are.</summary>
public sealed record CallAddress(string Fund, string Call);

public sealed record DecisionListPage(CallVisit Visit, IReadOnlyList<ReleaseLine> Lines)
{
    public bool MayRefer { get; init; }
    public bool MayRelease { get; init; }
    public bool MayLead { get; init; }
    public bool MayVote { get; init; }

    /// <summary>Applications whose group appealed, for whoever answers it.</summary>
    public IReadOnlySet<Guid> Appealed { get; init; } = new HashSet<Guid>();

    /// <summary>Applications in which every accountable officer has a conflict.</summary>
    public IReadOnlySet<Guid> WithoutOfficer { get; init; } = new HashSet<Guid>();

    /// <summary>Whether they may take back what was sent back: an officer, or a coordinator where no officer can.</summary>
    public bool MayTakeBack(ReleaseLine line) => MayRefer || MayRelease && WithoutOfficer.Contains(line.Application.Id);

    /// <summary>What was typed into the reason for taking something back when it was not taken.</summary>
    public (string Reference, string Because) Typed { get; init; }

    /// <summary>The same, of why the others should not wait for one.</summary>
    public (string Reference, string Because) Going { get; init; }

    /// <summary>Whether they can say that a result was announced wrongly.</summary>
    public bool MayCorrect => MayLead || MayRelease;

    /// <summary>Why the last thing was not done.</summary>
    public string? Problem { get; init; }

    public string Path => MeetingPaths.Decisions(Visit.Fund.Slug, Visit.Call.Slug);
}
