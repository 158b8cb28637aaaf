using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>A whole draft, to be read once more before it is sent, with what is there already and reads alike.</summary>
sealed record CheckPage(OwnIdea Idea)
{
    public required IReadOnlyList<KeptPhoto> Photos { get; init; }

    /// <summary>Who has said yes to putting it forward together.</summary>
    public required IReadOnlyList<string> Together { get; init; }

    public required IReadOnlyList<SimilarProposal> Similar { get; init; }

    public static async Task<CheckPage> ReadAsync(PbContext db, OwnIdea idea, CancellationToken cancel)
    {
        var draft = idea.Proposal;
        return new CheckPage(idea)
        {
            Photos = await db.ProposalPhotos.Where(photo => photo.ProposalId == draft.Id)
                .OrderBy(photo => photo.Id).Select(photo => new KeptPhoto(photo.Id, photo.AltText)).ToListAsync(cancel),
            Together = await db.CoProposers.Where(other => other.ProposalId == draft.Id && other.AcceptedAt != null).Select(other => other.Name).ToListAsync(cancel),
            Similar = draft.Title.Length < 3 ? [] : await new SimilarProposals(db).FindAsync(idea.Round.Id, draft.Id, draft.Title, draft.Description, cancel),
        };
    }

    public IEnumerable<(string Name, string Value)> Details(IStringLocalizer<Words> text)
    {
        var (details, currency) = (Idea.Proposal.Details(), Idea.Round.Currency);
        return new (string Name, string Value)[]
        {
            (text["Costs, piece by piece"], string.Join('\n', details.Costs.Select(line => $"{line.What}: {line.Amount.Written(currency)}"))),
            (text["Costs each year after that"], details.RunningCosts?.Written(currency) ?? ""),
            (text["Who pays that"], details.RunningCostsBy),
            (text["Who will own it and look after it"], details.OwnerAfter),
            (text["Other places"], string.Join('\n', details.Places.Select(line => line.Name))),
        }.Select(row => row.Value.Length > 0 ? row : (row.Name, text["Not said"].Value));
    }
}
