using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Proposals;
using PB.Rounds;

namespace PB.Ballots;

/// <summary>The mail that tells a proposer which number the lot gave their project.</summary>
public sealed class NumberLetters(SiteAddress site, IStringLocalizer<NumberLetters> text)
{
    public Message Drawn(Round round, Proposal project, string to, DateTimeOffset now) => new(
        $"proposal/{project.Id}/number", to,
        text["“{0}” is number {1} on the ballot", project.Title, project.Number!],
        text["The numbers on the ballot of “{0}” were drawn by lot. Your project “{1}” is number {2}, on the web, on paper and in texts. This number stays.\n\nAs an idea it was number {3}. Addresses with that number still lead to it.\n\nSee the lot, and how anybody can draw it again: {4}",
            round.Title, project.Title, project.Number!, project.EarlierNumber!, site.Of($"rounds/{round.Slug}")],
        now);
}
