using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Grants.PublicVotes;
using PB.Proposals;
using PB.Screening;

namespace PB.Web.Proposals;

/// <summary>The other ideas that one comes from, has become a part of, or has taken in; and who has it now where it was passed on.</summary>
public sealed record ProposalKin
{
    public required IReadOnlyList<Kin> All { get; init; }
    public required PassingOn? PassedOn { get; init; }

    /// <summary>The call in which a group asked for it, where a youth panel put it on the ballot.</summary>
    public Shortlisting? Shortlisted { get; init; }

    /// <summary>What the panel of the round said of it, where one drew up the shortlist.</summary>
    public ShortlistLine? Panel { get; init; }

    public Kin? Earlier => Of(Relation.CarriedOver);
    public Kin? Host => Of(Relation.Host);
    public Kin? Whole => Of(Relation.Whole);
    public IEnumerable<Kin> Parts => All.Where(kin => kin.Relation is Relation.Part);
    public IEnumerable<Kin> SplitOff => All.Where(kin => kin.Relation is Relation.SplitOff);

    public static async Task<ProposalKin> ReadAsync(PbContext db, Proposal proposal, CancellationToken cancel)
    {
        var id = proposal.Id;
        var (earlier, host, whole) = (proposal.CarriedOverFrom, proposal.MergedInto, proposal.SplitFrom);
        var kin = await (
            from other in db.Proposals
            where other.Number != null && (other.Id == earlier || other.Id == host || other.Id == whole || other.MergedInto == id || other.SplitFrom == id)
            join round in db.Rounds on other.RoundId equals round.Id
            orderby other.Number
            select new Kin(round.Slug, round.Title, other.Number!.Value, other.Title, other.Provenance)
            {
                ProposerName = other.ProposerName,
                Relation = other.Id == earlier ? Relation.CarriedOver : other.Id == host ? Relation.Host : other.Id == whole ? Relation.Whole
                    : other.MergedInto == id ? Relation.Part : Relation.SplitOff,
            }).ToListAsync(cancel);
        return new ProposalKin
        {
            All = kin,
            Shortlisted = proposal.Provenance is Provenance.Shortlisted ? await ShortlistingAsync(db, id, cancel) : null,
            PassedOn = proposal.PassedOnAt is null ? null : await db.PassedOn.AsNoTracking().SingleAsync(passing => passing.ProposalId == id, cancel),
        };
    }

    static Task<Shortlisting?> ShortlistingAsync(PbContext db, Guid proposal, CancellationToken cancel) => (
        from plan in db.Set<BallotPlan>()
        where plan.ProposalId == proposal
        join application in db.Applications on plan.ApplicationId equals application.Id
        join call in db.Calls on application.CallId equals call.Id
        join fund in db.Funds on call.FundId equals fund.Id
        select new Shortlisting(fund.Slug, call.Slug, call.Title)).SingleOrDefaultAsync(cancel);

    Kin? Of(Relation relation) => All.FirstOrDefault(kin => kin.Relation == relation);
}

/// <summary>Another idea, and what it is to this one.</summary>
public sealed record Kin(string Slug, string Round, int Number, string Title, Provenance Provenance)
{
    public required string ProposerName { get; init; }
    public required Relation Relation { get; init; }
}

/// <summary>Where a panel chose it.</summary>
public sealed record Shortlisting(string Fund, string Call, string Title);

public enum Relation
{
    /// <summary>The same idea in an earlier round.</summary>
    CarriedOver,

    /// <summary>The one that this became a part of.</summary>
    Host,

    /// <summary>The one that this was split off from.</summary>
    Whole,
    Part,
    SplitOff,
}
