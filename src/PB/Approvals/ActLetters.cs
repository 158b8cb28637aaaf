using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PB.Data;
using PB.Outbox;
using PB.Rounds;

namespace PB.Approvals;

/// <summary>The mails about public acts: to everybody who follows the round; about a ballot, to its voter only.</summary>
public sealed class ActLetters(PbContext db, SiteAddress site, IStringLocalizer<ActLetters> text, TimeProvider clock)
{
    public async Task WriteAsync(Round round, ApprovalRequest request)
    {
        if (request.Act is ApprovedAct.AnnulBallot)
            await WriteToVoterAsync(round, request);
        else if (SubjectOf(request.Act) is { } subject)
            await WriteToFollowersAsync(round, request, text[subject, round.Title]);
    }

    static string? SubjectOf(ApprovedAct act) => act switch
    {
        ApprovedAct.Certify => "The result of “{0}” is certified",
        ApprovedAct.Void or ApprovedAct.ChangeRules => "The vote in “{0}” is annulled",
        ApprovedAct.Reopen => "Voting in “{0}” is open again",
        ApprovedAct.Recount => "The ballots of “{0}” were counted again",
        ApprovedAct.CloseEarly => "Voting in “{0}” closes earlier",
        ApprovedAct.Extend => "Voting in “{0}” stays open longer",
        ApprovedAct.DestroyKey or ApprovedAct.ExportVoters or ApprovedAct.AnnulBallot or ApprovedAct.ImportRegister => null,
    };

    async Task WriteToFollowersAsync(Round round, ApprovalRequest request, string subject)
    {
        var followers = await (
            from follower in db.RoundFollowers
            where follower.RoundId == round.Id
            join person in db.Users on follower.PersonId equals person.Id
            where person.Email != null
            select new { person.Id, person.Email }).ToListAsync();
        foreach (var follower in followers)
            db.Messages.Add(new Message($"act/{request.Id}/{follower.Id}", follower.Email!, subject,
                text["Two members of staff decided on this. Their reason: {0}\n\nRead more: {1}", request.Reason, site.Of($"rounds/{round.Slug}")], clock.GetUtcNow()));
    }

    async Task WriteToVoterAsync(Round round, ApprovalRequest request)
    {
        var email = await (
            from voter in db.Voters
            where voter.Id == request.AboutVoter
            join person in db.Users on voter.PersonId equals person.Id
            select person.Email).SingleOrDefaultAsync();
        if (email is not null)
            db.Messages.Add(new Message($"act/{request.Id}", email, text["Your ballot in “{0}” is not counted", round.Title],
                text["Two members of staff decided that your ballot should not have been cast. The reason has to do with who may vote, never with what was chosen: {0}\n\nIf that is wrong, answer this e-mail within 5 days.\n\nThe round: {1}",
                    request.Reason, site.Of($"rounds/{round.Slug}")], clock.GetUtcNow()));
    }
}
