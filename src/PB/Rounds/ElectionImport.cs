using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Ballots;
using PB.Data;
using PB.Journal;
using PB.People;
using PB.Proposals;
using PB.Tally;
using PB.Tally.Files;

namespace PB.Rounds;

/// <summary>Makes a round of a real election: its projects, its rules and all its ballots, in one transaction.</summary>
/// <remarks>The ordinary jobs close, count and publish it. Needs the owner's connection: the web process cannot write ballots past the door.</remarks>
public sealed class ElectionImport(PbContext db, RoundKeys keys, TimeProvider clock)
{
    const int LongestTitle = 120, LongestProjectTitle = 300;

    /// <exception cref="PabulibException">The file says something that PB cannot take; nothing was imported.</exception>
    /// <exception cref="InvalidDataException">The options do not fit the file or the site; nothing was imported.</exception>
    public async Task<ImportedElection> ImportAsync(PabulibFile file, ElectionImportOptions options, CancellationToken cancel)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var round = await RoundAsync(file, options, now, cancel);
        var proposals = ProposalsOf(file, round.Id, now);
        var paper = BallotPaper.Of(round, proposals) with { Exclusive = ElectionRules.ExclusiveOf(file, options) };
        ElectionBallots.Check(file, paper);

        db.Add(round);
        db.AddRange(proposals);
        db.Journal.Add(new JournalEntry(null, "Imported an election", $"rounds/{round.Slug}", $"From the file {options.Source}.", now));
        await db.SaveChangesAsync(cancel);
        await FillTheBoxAsync(file, round.Id, paper, now, cancel);
        await transaction.CommitAsync(cancel);
        return new(round.Id, round.Slug, round.Title, file.Projects.Length, file.Votes.Length, paper.ClosesAt, ElectionRules.Ignored(file));
    }

    async Task<Round> RoundAsync(PabulibFile file, ElectionImportOptions options, DateTimeOffset now, CancellationToken cancel)
    {
        var title = Cut(options.Title ?? $"{file.Meta["description"]}, {file.Meta["instance"]}", LongestTitle);
        var slug = await FreeSlugAsync(options.Title ?? string.Join(' ', ElectionPlace.NamesIn(file)), file.Meta["instance"], cancel);
        var place = options.Neighbourhood is null ? await ElectionPlace.FindOrMakeAsync(db, file, now, cancel)
            : await ElectionPlace.FindAsync(db, options.Neighbourhood, cancel)
              ?? throw new InvalidDataException($"There is no neighbourhood '{options.Neighbourhood}'. Use the last part of its address on the site.");

        var round = new Round(title, slug, await ImporterAsync(now, cancel), now);
        round.Describe(title, slug, $"A real election, imported from {options.Source}.", round.TimeZone, file.Currency.Code);
        round.TakePlaceIn([place]);
        round.FillPot("Budget", file.Budget, "", null, "");
        round.Schedule(new RoundCalendar { VotingFrom = now.AddHours(-1), VotingUntil = now + options.ClosesIn });
        round.SetRules(ElectionRules.Of(file, options.Rule), publishAtOnce: true);
        round.SetEligibility(new Eligibility { InWords = "Everybody who voted in the imported election." });
        round.AnnounceImported(now);
        return round;
    }

    static List<Proposal> ProposalsOf(PabulibFile file, Guid round, DateTimeOffset now) =>
        [.. file.Projects.Select((project, index) =>
        {
            if (project.Cost > Currency.Ceiling)
                throw new PabulibException(project.Line, $"Project {project.Id} costs more than PB can take. Correct its cost.");
            var proposal = new Proposal(round, Provenance.Imported, now);
            Locate(proposal, project);
            proposal.Import(index + 1, project.Id, Cut(project.Name, LongestProjectTitle), project.Columns.GetValueOrDefault("description", ""), project.Cost, now);
            return proposal;
        })];

    async Task FillTheBoxAsync(PabulibFile file, Guid round, BallotPaper paper, DateTimeOffset now, CancellationToken cancel)
    {
        var key = keys.OpenOrMake(round);
        await db.Database.ExecuteSqlAsync($"""
            select rnd.open_round({round}, {paper.OpensAt}, {paper.ClosesAt}, {paper.Rules.AllowChange}, {paper.Text()}, {RoundKeys.Checksum(key)})
            """, cancel);
        await new ElectionBallots(round, key, now).CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), file.Votes, cancel);
    }

    async Task<string> FreeSlugAsync(string name, string instance, CancellationToken cancel)
    {
        var (stem, end) = (Slug.Of(name), Slug.Of(instance));
        for (var n = 1; ; n++)
        {
            var tail = (end.Length is > 0 and < 20 ? $"-{end}" : "") + (n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}"));
            var slug = (stem[..Math.Min(stem.Length, Slug.MaxLength - tail.Length)].TrimEnd('-') + tail).TrimStart('-');
            if (slug.Length > 0 && !await db.Rounds.AnyAsync(round => round.Slug == slug, cancel))
                return slug;
        }
    }

    /// <summary>The account in whose name imported rounds are set up; nobody can sign in to it.</summary>
    async Task<Guid> ImporterAsync(DateTimeOffset now, CancellationToken cancel)
    {
        const string Name = "imported-elections";
        if (await db.Users.Where(p => p.UserName == Name).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel) is { } known)
            return known;
        var person = new Person { Id = Ids.New(now), Name = "Imported elections", UserName = Name, NormalizedUserName = Name.ToUpperInvariant(), CreatedAt = now };
        db.Add(person);
        return person.Id;
    }

    static void Locate(Proposal proposal, PabulibProject project)
    {
        if (Degrees(project, "latitude", 90) is { } latitude && Degrees(project, "longitude", 180) is { } longitude)
            proposal.Locate("", latitude, longitude);
    }

    static double? Degrees(PabulibProject project, string column, double most) =>
        double.TryParse(project.Columns.GetValueOrDefault(column), CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
