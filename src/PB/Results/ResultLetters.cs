using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;
using PB.Rounds;

namespace PB.Results;

/// <summary>The mails that tell a result: to every proposer, and to everybody who asked.</summary>
public sealed class ResultLetters(PbContext db, SiteAddress site, IStringLocalizer<ResultLetters> text)
{
    public async Task WriteAsync(Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var newest = await db.Results.AsNoTracking().Where(r => r.RoundId == round.Id).OrderByDescending(r => r.Version).FirstAsync(cancel);
        var result = ResultDocument.Read(newest.Document);
        // One letter for each version that comes out.
        var key = newest.Version == 1 ? $"result/{round.Id}" : $"result/{round.Id}/{newest.Version}";
        var address = site.Of($"rounds/{round.Slug}/result");

        foreach (var proposal in await ProposersAsync(round.Id, cancel))
            if (result.Count.Steps.SingleOrDefault(step => step.Number == proposal.Number) is { } step)
                db.Messages.Add(new Message($"{key}/proposal/{proposal.Number}", proposal.Email,
                    step.IsFunded ? text["“{0}” will be funded", proposal.Title] : text["The result of “{0}”", round.Title],
                    step.IsFunded
                        ? text["Your project “{0}” won {1} votes and will be funded.\n\nSee the whole result: {2}", proposal.Title, step.Votes, address]
                        : text["Your project “{0}” won {1} votes. It was not funded this time.\n\nSee why, and what would have been needed: {2}", proposal.Title, step.Votes, address],
                    now));

        foreach (var follower in await FollowersAsync(round.Id, cancel))
            db.Messages.Add(new Message($"{key}/follower/{follower.Id}", follower.Email,
                text["The result of “{0}”", round.Title],
                text["The votes in “{0}” are counted: {1} people voted, and {2} projects will be funded.\n\nSee the whole result: {3}",
                    round.Title, result.Count.Ballots, result.Count.Funded.Count(), address],
                now));
    }

    Task<List<Proposer>> ProposersAsync(Guid round, CancellationToken cancel) =>
        (from proposal in db.Proposals
         where proposal.RoundId == round && proposal.Number != null
         join person in db.Users on proposal.ProposerId equals person.Id into people
         from person in people.DefaultIfEmpty()
         let email = person.Email ?? proposal.ProposerEmail
         where email != null
         select new Proposer(proposal.Number!.Value, proposal.Title, email)).ToListAsync(cancel);

    Task<List<Follower>> FollowersAsync(Guid round, CancellationToken cancel) =>
        (from follower in db.RoundFollowers
         where follower.RoundId == round
         join person in db.Users on follower.PersonId equals person.Id
         where person.Email != null
         select new Follower(person.Id, person.Email!)).ToListAsync(cancel);

    sealed record Proposer(int Number, string Title, string Email);

    sealed record Follower(Guid Id, string Email);
}
