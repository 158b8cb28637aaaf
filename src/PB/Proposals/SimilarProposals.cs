using Microsoft.EntityFrameworkCore;
using PB.Data;

namespace PB.Proposals;

/// <summary>Finds proposals of a round that may be the same idea in other words, so that people can join instead of competing.</summary>
/// <remarks>
/// Titles are compared by their trigrams, which forgives typing, and by their words; descriptions and places by their words alone.
/// Both searches go through an index and hand on their best, which are then weighed together.
/// </remarks>
public sealed class SimilarProposals(PbContext db)
{
    public const int Shown = 5;

    /// <summary>How alike two proposals have to be to be shown: found by trying on generated towns.</summary>
    const double Least = 0.3;

    public Task<List<SimilarProposal>> FindAsync(Guid round, Guid? but, string title, string description, CancellationToken cancel) =>
        db.Database.SqlQuery<SimilarProposal>($"""
            select number as "Number", title as "Title", place as "Place", description as "Description", likeness as "Likeness"
            from similar_proposals({round}, {but}, {title}, {description}, {Shown}) where likeness >= {Least}
            """).ToListAsync(cancel);
}

/// <param name="Number">Its number in the round.</param>
/// <param name="Title">Its title.</param>
/// <param name="Place">Where it would be.</param>
/// <param name="Description">What it is.</param>
/// <param name="Likeness">From 0, nothing alike, to 1, the same words.</param>
public sealed record SimilarProposal(int Number, string Title, string Place, string Description, double Likeness);
