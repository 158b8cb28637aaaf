using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Ballots;
using PB.Data;
using PB.Neighbourhoods;
using PB.People;
using PB.Proposals;
using PB.Roll;
using PB.Rounds;
using PB.Sms;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Sms;

/// <summary>Plays a fixture file through the real webhook: each scenario in a town of its own, each text over HTTP with the network's signature.</summary>
/// <remarks>
/// Where the file does not say how a round is set up, its own replies do: the numbers that examples show. References in it are counted; ours come
/// from the receipt, so that each of ours has to stand for one of the file's and the other way round.
/// </remarks>
sealed class Replay(FixtureFile file)
{
    const string Phone = "01632 960123", ShortAddress = "pb.example.uk";

    readonly Dictionary<string, Guid> rounds = [];
    readonly Dictionary<string, string> references = [];
    TextTown town = null!;

    public List<string> Mismatches { get; } = [];

    public int Right { get; private set; }

    public async Task RunAsync()
    {
        TownHall? hall = null;
        foreach (var scenario in file.Messages.GroupBy(step => step.Scenario))
        {
            hall ??= await TownHall.BorrowAsync(asNew: true);
            await using (town = TextTown.At(hall))
            {
                references.Clear();
                rounds.Clear();
                await SetUpAsync(scenario.Key, scenario.Min(step => step.At));
                foreach (var step in scenario)
                    await PlayAsync(step);
            }

            if (await hall.Database.EmptyAsync())
                continue;
            await hall.DisposeAsync();
            await hall.Database.DisposeAsync();
            hall = null;
        }

        if (hall is not null)
            await hall.GiveBackAsync();
    }

    async Task PlayAsync(FixtureFile.Step step)
    {
        await town.MoveToAsync(step.At);
        town.Network.Receive(step.Sid, step.From, step.To, step.Body, (step.ProviderReceivedAt ?? step.At).ToUniversalTime());
        var before = town.Network.Sent.Count;
        var known = await town.AskAsync(db => db.Set<InboundText>().AnyAsync(text => text.MessageSid == step.Sid));
        var wrong = new List<string>();
        Expect("state before", step.StateBefore, await StateAsync(step), wrong);
        using var answer = await town.TextAsync(step.Sid, step.From, step.To, step.Body, step.OptOutType, step.NumMedia);
        Expect("status", "200", ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), wrong);
        await town.RunAsync<ReconcileTexts>();
        await town.RunAsync<SendTexts>();

        var said = town.Network.Sent.Skip(before).ToList();
        Expect("texts", step.ReplyText is null ? "0" : "1", said.Count.ToString(CultureInfo.InvariantCulture), wrong);
        Expect("reply", step.Reply, known ? "(duplicate)" : await ReplyAsync(step.Sid), wrong);
        if (step.ReplyText is { } text && said is [var sent])
            Expect("text", Plain(text, theirs: true), Plain(sent.Body, theirs: false), wrong);
        Expect("state", step.StateAfter, await StateAsync(step), wrong);
        Expect("ballots", Written(step.BallotsOfSender), Written(await BallotsAsync(step.From)), wrong);
        if (wrong.Count == 0)
            Right++;
        else
            Mismatches.Add($"{step.Id} “{step.Body}”: {string.Join("; ", wrong)}");
    }

    static void Expect(string what, string expected, string found, List<string> wrong)
    {
        if (expected != found)
            wrong.Add($"{what}: expected “{expected}”, got “{found}”");
    }

    async Task<string> StateAsync(FixtureFile.Step step)
    {
        var (fingerprint, now) = (town.Hall.Services.GetRequiredService<TextKeys>().Fingerprint("phone", step.From), town.Hall.Clock.GetUtcNow());
        var session = await town.AskAsync(db => db.Set<TextSession>().SingleOrDefaultAsync(s =>
            db.Set<Phone>().Any(phone => phone.Id == s.PhoneId && phone.Fingerprint == fingerprint) && db.Set<TextNumber>().Any(n => n.Id == s.NumberId && n.Number == step.To)));
        return (session is null || session.IsOver(now) ? TextState.Idle : session.State).ToString();
    }

    async Task<string> ReplyAsync(string sid)
    {
        var text = await town.AskAsync(db => db.Set<InboundText>().SingleAsync(t => t.MessageSid == sid));
        return text.Outcome is TextOutcome.Ignored ? "(ignored)" : text.Reply ?? "(silent)";
    }

    async Task<Dictionary<string, int[]>> BallotsAsync(string from)
    {
        var ballots = new Dictionary<string, int[]>();
        foreach (var (keyword, id) in rounds)
            if (await town.WithAsync<IServiceProvider, int[]?>(services => NumbersAsync(services, from, id)) is { Length: > 0 } numbers)
                ballots[keyword] = numbers;
        return ballots;
    }

    /// <summary>What the box holds under the tag of whoever votes from a phone, in the order in which it was typed.</summary>
    async Task<int[]?> NumbersAsync(IServiceProvider services, string from, Guid id)
    {
        var (db, keys) = (services.GetRequiredService<PbContext>(), services.GetRequiredService<RoundKeys>());
        var fingerprint = services.GetRequiredService<TextKeys>().Fingerprint("phone", from);
        var links = await db.Set<PhoneLink>().Where(link => db.Set<Phone>().Any(phone => phone.Id == link.PhoneId && phone.Fingerprint == fingerprint)).ToListAsync();
        if ((links.Find(link => link.RoundId == id) ?? links.Find(link => link.RoundId is null)) is not { } link)
            return null;
        var tag = Convert.ToHexStringLower(Tally.Log.VoterTag.Compute(keys.OpenOrMake(id), id, link.VoterId));
        var content = await town.Hall.Database.AskAsync<string>($"""
            select coalesce((select content from (select version, content from ballotbox.inbox where round_id = '{id}' and tag = '\x{tag}'
                union all select version, content from ballotbox.sealed where round_id = '{id}' and tag = '\x{tag}') b
                where not exists (select from register.mark where round_id = '{id}' and voter_id = '{link.VoterId}' and final)
                order by version desc limit 1), '')
            """);
        var told = await services.GetRequiredService<VoteOfPhone>().FindAsync(
            await db.Voters.SingleAsync(v => v.Id == link.VoterId), (await services.GetRequiredService<RoundShelf>().FindAsync(id, CancellationToken.None))!,
            await VoteMark.OfAsync(db, link.VoterId, id, link.PhoneId, CancellationToken.None), CancellationToken.None);
        var numbers = BallotContent.Read(content);
        return told.Numbers is { } order && order.Order().SequenceEqual(numbers.Order()) ? [.. order] : [.. numbers];
    }

    static string Written(Dictionary<string, int[]> ballots) =>
        string.Join("; ", ballots.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => $"{b.Key} {string.Join(' ', b.Value)}"));

    // A reference of the file is one of ours for as long as the scenario lasts.
    string Plain(string text, bool theirs)
    {
        var match = System.Text.RegularExpressions.Regex.Match(text, @"(?<=(?:Ref|Cyf|ref|cyf) )[A-Z0-9]{4}");
        if (!match.Success)
            return text;
        if (theirs)
        {
            last = match.Value;
            return text;
        }

        if (!references.TryGetValue(match.Value, out var known) && !references.ContainsValue(last))
            references[match.Value] = known = last;
        return known is null ? text : text.Remove(match.Index, match.Length).Insert(match.Index, known);
    }

    string last = "";

    async Task SetUpAsync(string scenario, DateTimeOffset first)
    {
        await town.MoveToAsync(file.Rounds.Values.Min(round => round.Open).AddDays(-60));
        var manager = new Person { Id = Ids.New(town.Hall.Clock.GetUtcNow()), Name = "Maya Okoro", UserName = "maya", NormalizedUserName = "MAYA", CreatedAt = town.Hall.Clock.GetUtcNow() };
        await town.ChangeAsync(db => db.AddAsync(manager).AsTask());
        foreach (var (keyword, round) in file.Rounds)
            rounds[keyword] = await MakeAsync(keyword, round, manager);
        foreach (var (number, about) in file.Numbers)
            await MakeAsync(number, about);
        // Rounds open before the first text, each at its hour; a box opens for whoever comes first.
        await town.MoveToAsync(first);
        foreach (var (number, description) in file.People)
            await SettleAsync(number, description);
        foreach (var (code, about) in file.Codes)
            await IssueAsync(code, about);
        if (scenario.Contains("Paused", StringComparison.OrdinalIgnoreCase))
            await town.ChangeAsync(async db => (await db.Set<TextSetUp>().ToListAsync()).ForEach(setUp => setUp.Pause(first.ToUniversalTime())));
    }

    async Task<Guid> MakeAsync(string keyword, FixtureFile.RoundOfFile from, Person manager)
    {
        var now = town.Hall.Clock.GetUtcNow();
        var place = new Neighbourhood(from.Name, Slug.Of(from.Name), null, now);
        place.Cover(Postcodes(keyword));
        var round = new Round(from.Name, Slug.Of(from.Name), manager.Id, now);
        round.Describe(from.Name, round.Slug, from.Name, "Europe/London", "GBP");
        round.TakePlaceIn([place.Id]);
        round.FillPot("Pot", new Money((from.Budget ?? 20_000) * 100), "Carys Bevan", new DateOnly(2026, 1, 1), "");
        var ideas = from.Projects.Count == 0;
        round.Schedule(new RoundCalendar { IdeasFrom = ideas ? now.AddDays(1) : null, VotingFrom = from.Open.ToUniversalTime(), VotingUntil = from.Close.ToUniversalTime() });
        round.SetRules(RulesOf(keyword, from), publishAtOnce: true);
        round.SetEligibility(new Eligibility { MinimumAge = from.Age, InWords = "All" });
        round.SetFeedback(DateOnly.FromDateTime(from.Close.DateTime).AddDays(4), "By text");
        round.AnnounceImported(now);
        await town.ChangeAsync(async db =>
        {
            await db.AddAsync(place);
            await db.AddAsync(round);
            foreach (var (number, project) in from.Projects.Where(p => !p.Value.Withdrawn))
            {
                var proposal = new Proposal(round.Id, Provenance.Imported, now);
                proposal.Import(int.Parse(number, CultureInfo.InvariantCulture), number, project.Title, "", new Money(project.Cost * 100), now);
                db.Add(proposal);
            }

            var setUp = new TextSetUp(round.Id, keyword, from.Name);
            setUp.Help(Phone, ShortAddress, ExampleOf(from));
            setUp.Ask(from.Auth switch { "registered" => ProofOfVoter.Registered, "postcode" => ProofOfVoter.PostcodeAndAge, _ => ProofOfVoter.LetterCode }, from.ConfirmFirst, EchoOfVote.Titles);
            foreach (var (number, project) in from.Projects)
                setUp.Call(int.Parse(number, CultureInfo.InvariantCulture), project.Title);
            db.Add(setUp);
        });
        return round.Id;
    }

    // The file has no least number of choices: of the round with three it says so in the scenario's name.
    static BallotRules RulesOf(string keyword, FixtureFile.RoundOfFile round) => new()
    {
        Type = round.Method switch { "knapsack" => BallotType.Knapsack, "ranking" => BallotType.Ranking, _ => BallotType.Approval },
        MinChoices = round.Kmin ?? (keyword == "TRI" ? round.K : 1),
        MaxChoices = round.Method == "knapsack" ? null : round.Method == "single" ? 1 : round.K,
    };

    string? ExampleOf(FixtureFile.RoundOfFile round) => file.Messages
        .Where(step => step.ReplyText?.StartsWith($"{round.Name}: ", StringComparison.Ordinal) is true)
        .Select(step => System.Text.RegularExpressions.Regex.Match(step.ReplyText!, @"like (?:VOTE|RANK) ([0-9 ]*[0-9])"))
        .FirstOrDefault(match => match.Success)?.Groups[1].Value;

    // The area of the round that asks for a postcode is OX4 1 and OX4 2; of these postcodes the ones that the texts name are enough.
    IEnumerable<Postcode> Postcodes(string keyword)
    {
        const string Letters = "ABDEFGHJLNPQRSTUWXYZ";
        var texts = file.Rounds[keyword].Auth == "postcode"
            ? file.Messages.Select(step => Grammar.Read(PB.Sms.Phrase.Of(step.Body), new(false, true, new Dictionary<int, string>(), TextState.Idle)).Postcode ?? "")
                .Where(text => text.StartsWith("OX4 1", StringComparison.Ordinal) || text.StartsWith("OX4 2", StringComparison.Ordinal)).Append("OX4 1AA").Distinct()
            : [$"MB{1 + keyword[0] % 9} 1{Letters[keyword[1] % Letters.Length]}{Letters[keyword[2] % Letters.Length]}"];
        return texts.Select(Parsed);
    }

    static Postcode Parsed(string text) => Postcode.TryParse(text, out var postcode) ? postcode : throw new InvalidOperationException(text);

    Task MakeAsync(string number, FixtureFile.NumberOfFile about) => town.ChangeAsync(async db =>
    {
        var ours = new TextNumber(number, about.OptOutMode switch { "self" => OptOutMode.Self, "default" => OptOutMode.ProviderDefault, _ => OptOutMode.ProviderAdvanced }, town.Hall.Clock.GetUtcNow());
        db.Add(ours);
        foreach (var (keyword, place) in about.Rounds.Select((keyword, place) => (keyword, place)))
            db.Add(new TextSetUpNumber(rounds[keyword], ours.Id, place));
        await Task.CompletedTask;
    });

    /// <summary>Somebody with an account, an address in the round that they are linked to, and this phone. Who may vote in two rounds lives in both.</summary>
    async Task SettleAsync(string number, string description)
    {
        var keywords = file.Rounds.Keys.Where(keyword => description.Contains(keyword, StringComparison.Ordinal)).ToList();
        // Of Yusuf the file says one round; he is asked for in the other one too.
        if (number == "+447700900103" && rounds.ContainsKey("TRI"))
            keywords.Add("TRI");
        var now = town.Hall.Clock.GetUtcNow();
        await town.WithAsync<IServiceProvider, int>(async services =>
        {
            var (db, book) = (services.GetRequiredService<PbContext>(), services.GetRequiredService<PhoneBook>());
            // Whoever may vote in two rounds has a postcode of their own, which lies in both.
            var home = keywords.Count == 1 ? Postcodes(keywords[0]).First() : Parsed($"MB10 {number[^1]}ZZ");
            foreach (var id in keywords.Count == 1 ? [] : keywords.Select(k => rounds[k]))
            {
                var place = await db.Neighbourhoods.Include(n => n.Postcodes).SingleAsync(n => db.Set<RoundNeighbourhood>().Any(p => p.RoundId == id && p.NeighbourhoodId == n.Id));
                place.Cover([.. place.Postcodes.Select(p => Parsed(p.Postcode)), home]);
            }

            var person = new Person { Id = Ids.New(now), Name = description.Split(',')[0], UserName = number, NormalizedUserName = number, CreatedAt = now };
            var voter = new Voter(person.Id, now);
            voter.Declare(home, 34, now);
            db.AddRange(person, voter);
            await db.SaveChangesAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await book.LinkToAsync(await book.PutDownAsync(number, CancellationToken.None), person.Id, ProofOfLink.JoinText, CancellationToken.None);
            await transaction.CommitAsync();
            if (description.Contains("paper", StringComparison.Ordinal))
                await PutPaperInAsync(services, voter, rounds[keywords[0]]);
            return 0;
        });
    }

    static async Task PutPaperInAsync(IServiceProvider services, Voter voter, Guid id)
    {
        var round = (await services.GetRequiredService<RoundShelf>().FindAsync(id, CancellationToken.None))!;
        if (round.Paper.OpensAt > services.GetRequiredService<TimeProvider>().GetUtcNow())
            return;
        await services.GetRequiredService<BallotBox>().CastAsync(voter, round.Round, new BallotEntry([round.Paper.Projects[0].Number], Channel.Paper, "1/1/1", 0), CancellationToken.None);
    }

    async Task IssueAsync(string code, string about)
    {
        var keyword = file.Rounds.Keys.Single(k => about.StartsWith(k, StringComparison.Ordinal));
        var used = System.Text.RegularExpressions.Regex.Match(about, @"used by (\+[0-9]+)");
        await town.WithAsync<IServiceProvider, int>(async services =>
        {
            var (db, now) = (services.GetRequiredService<PbContext>(), town.Hall.Clock.GetUtcNow());
            await using var transaction = await db.Database.BeginTransactionAsync();
            var issued = await services.GetRequiredService<TextCodes>().AddAsync(rounds[keyword], code, Postcodes(keyword).First(), "fixture", CancellationToken.None);
            await db.SaveChangesAsync();
            if (used.Success)
            {
                var phone = await services.GetRequiredService<PhoneBook>().PutDownAsync(used.Groups[1].Value, CancellationToken.None);
                issued.UseBy(phone.Id, now);
                db.Add(new PhoneLink(phone.Id, issued.VoterId, issued.RoundId, ProofOfLink.LetterCode, now));
                await db.SaveChangesAsync();
            }

            await transaction.CommitAsync();
            return 0;
        });
    }
}
