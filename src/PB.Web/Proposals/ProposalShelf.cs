using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Proposals;
using PB.Results;
using PB.Rounds;
using PB.Tally;

namespace PB.Web.Proposals;

/// <summary>Finds rounds and their proposals for people who read.</summary>
public sealed class ProposalShelf(PbContext db, TimeProvider clock)
{
    public const int PerPage = 30;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The round, or null where there is none that everybody may see.</summary>
    public async Task<Round?> RoundAsync(string slug, CancellationToken cancel) =>
        await db.Rounds.AsNoTracking().Include(round => round.Pot).SingleOrDefaultAsync(round => round.Slug == slug, cancel) is { } round
        && ProposalPolicies.MayRead(round) ? round : null;

    public async Task<RoundStand> StandAsync(Round round, CancellationToken cancel) => new(
        RoundStand.HasOpenedVoting(round, Now), round.PublishedAt is null ? null : await StepsAsync(round.Id, cancel));

    public async Task<ProposalsPage> PageAsync(Round round, ListQuery query, CancellationToken cancel)
    {
        var stand = await StandAsync(round, cancel);
        var found = Matching(round.Id, query.Search).Select(ProposalCard.From(db));
        found = query.State is { } state ? Those(found, state, stand) : found;
        var (cards, page, pages) = await PageOfAsync(found, query.Page, cancel);
        return new ProposalsPage
        {
            Round = round,
            Phase = round.PhaseAt(Now),
            Stand = stand,
            Query = query,
            Cards = cards,
            Page = page,
            Pages = pages,
            WhyNoIdeas = ProposalPolicies.WhyMayNotWrite(round, Now),
            Map = await ListMap.ReadAsync(db, round.Id, cards, cancel),
        };
    }

    // How many there are comes with the cards. Only a page behind the last one asks again.
    static async Task<(List<ProposalCard> Cards, int Page, int Pages)> PageOfAsync(IQueryable<ProposalCard> found, int asked, CancellationToken cancel)
    {
        var page = Math.Max(1, asked);
        var rows = await Rows(page).ToListAsync(cancel);
        if (rows.Count == 0 && page > 1)
        {
            page = Math.Max(1, (await found.CountAsync(cancel) + PerPage - 1) / PerPage);
            rows = await Rows(page).ToListAsync(cancel);
        }

        return ([.. rows.Select(row => row.Card)], page, rows.Count == 0 ? 1 : (rows[0].All + PerPage - 1) / PerPage);

        IQueryable<ListedCard> Rows(int number) =>
            found.OrderBy(card => card.Number).Skip((Math.Min(number, 10_000) - 1) * PerPage).Take(PerPage).Select(card => new ListedCard { Card = card, All = found.Count() });
    }

    public Task<List<string>> CriteriaAsync(Guid round, CancellationToken cancel) =>
        db.Set<Criterion>().Where(criterion => criterion.RoundId == round).OrderBy(criterion => criterion.Position).Select(criterion => criterion.Text).ToListAsync(cancel);

    public Task<List<string>> BoundariesAsync(Guid round, CancellationToken cancel) =>
        (from part in db.Set<RoundNeighbourhood>()
         where part.RoundId == round
         join area in db.Neighbourhoods on part.NeighbourhoodId equals area.Id
         where area.Boundary != null
         select area.Boundary!).ToListAsync(cancel);

    IQueryable<Proposal> Matching(Guid round, string? search)
    {
        var sentIn = db.Proposals.Where(proposal => proposal.RoundId == round && proposal.SubmittedAt != null);
        if (string.IsNullOrWhiteSpace(search)) return sentIn;
        var pattern = $"%{search.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return sentIn.Where(proposal =>
            EF.Functions.ILike(proposal.Title, pattern, "\\") || EF.Functions.ILike(proposal.Place, pattern, "\\")
            || EF.Functions.ILike(proposal.Description, pattern, "\\") || EF.Functions.ILike(proposal.ProposerName, pattern, "\\"));
    }

    static IQueryable<ProposalCard> Those(IQueryable<ProposalCard> cards, Standing state, RoundStand stand)
    {
        var (late, counted) = (stand.VotingHasOpened, stand.Steps is not null);
        var funded = stand.Steps?.Values.Where(step => stand.Of(step.Number, false, true) is Standing.Funded).Select(step => step.Number).ToList() ?? [];
        return state switch
        {
            Standing.Waiting => cards.Where(card => !card.TakenBack && card.Passed == null && !late),
            Standing.OnTheBallot => cards.Where(card => !card.TakenBack && card.Passed == true),
            Standing.NotOnTheBallot => cards.Where(card => (card.TakenBack && card.Left == null) || card.Passed == false || (card.Passed == null && late)),
            Standing.TakenBack => cards.Where(card => card.TakenBack && card.Left == null),
            Standing.Merged or Standing.PassedOn => cards.Where(card => card.Left == state),
            Standing.Funded => cards.Where(card => funded.Contains(card.Number)),
            Standing.NotFunded => cards.Where(card => counted && !card.TakenBack && card.Passed == true && !funded.Contains(card.Number)),
        };
    }

    async Task<Dictionary<int, Step>> StepsAsync(Guid round, CancellationToken cancel)
    {
        var document = await db.Results.Where(result => result.RoundId == round)
            .OrderByDescending(result => result.Version).Select(result => result.Document).FirstAsync(cancel);
        return ResultDocument.Read(document).Count.Steps.ToDictionary(step => step.Number);
    }
}

/// <summary>What is asked of the list.</summary>
public sealed record ListQuery(Standing? State, string? Search, int Page = 1);

/// <summary>A card, and how many there are in all.</summary>
sealed class ListedCard
{
    public required ProposalCard Card { get; init; }
    public required int All { get; init; }
}
