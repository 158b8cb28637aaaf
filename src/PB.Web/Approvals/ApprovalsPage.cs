using Microsoft.EntityFrameworkCore;
using PB.Approvals;
using PB.Data;
using PB.Rounds;

namespace PB.Web.Approvals;

/// <summary>What waits for a second person, and what was decided last.</summary>
public sealed record ApprovalsPage(IReadOnlyList<ApprovalsPage.Line> Waiting, IReadOnlyList<ApprovalsPage.Line> Decided)
{
    const int Shown = 50;

    public sealed record Line(Guid Id, ApprovedAct Act, (Guid Id, string Title) Round, (Guid Id, string Name) By, DateTimeOffset At, DateTimeOffset ExpiresAt, ApprovalOutcome? Outcome);

    public static async Task<ApprovalsPage> ReadAsync(PbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = db.ApprovalRequests.Where(request => request.DecidedAt == null && request.ExpiresAt > now);
        var decided = db.ApprovalRequests.Where(request => request.DecidedAt != null).OrderByDescending(request => request.DecidedAt).Take(Shown);
        return new(await Lines(db, waiting).ToListAsync(cancel), await Lines(db, decided).ToListAsync(cancel));
    }

    static IQueryable<Line> Lines(PbContext db, IQueryable<ApprovalRequest> requests) =>
        from request in requests
        join person in db.Users on request.RequestedBy equals person.Id
        join round in db.Rounds on request.RoundId equals round.Id
        orderby request.RequestedAt descending
        select new Line(request.Id, request.Act, new ValueTuple<Guid, string>(round.Id, round.Title), new ValueTuple<Guid, string>(person.Id, person.Name), request.RequestedAt, request.ExpiresAt, request.Outcome);
}

/// <summary>One request, with all that the second person has to know.</summary>
public sealed record ApprovalPage
{
    public required ApprovalRequest Request { get; init; }
    public required Round Round { get; init; }
    public required string RequestedBy { get; init; }
    public string? DecidedBy { get; init; }

    /// <summary>Whose ballot is to be left out: their e-mail address.</summary>
    public string? Voter { get; init; }

    public required bool IsOpen { get; init; }
    public required bool MayDecide { get; init; }
    public required bool IsOwn { get; init; }
    public DecisionForm Form { get; init; } = new();

    public Particulars Particulars => Particulars.Read(Request.Particulars);
    public string Hash => Convert.ToHexStringLower(Request.SubjectHash);

    public static async Task<ApprovalPage?> ReadAsync(PbContext db, Guid id, CancellationToken cancel)
    {
        if (await db.ApprovalRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == id, cancel) is not { RoundId: { } round } request)
            return null;
        var names = await db.Users.Where(person => person.Id == request.RequestedBy || person.Id == request.ApprovedBy)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        return new ApprovalPage
        {
            Request = request,
            Round = await db.WholeRounds().AsNoTracking().SingleAsync(r => r.Id == round, cancel),
            RequestedBy = names[request.RequestedBy],
            DecidedBy = request.ApprovedBy is { } second ? names[second] : null,
            Voter = await (from v in db.Voters where v.Id == request.AboutVoter join person in db.Users on v.PersonId equals person.Id select person.Email)
                .SingleOrDefaultAsync(cancel),
            IsOpen = false,
            MayDecide = false,
            IsOwn = false,
        };
    }
}
