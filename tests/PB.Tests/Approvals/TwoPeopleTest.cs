using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Approvals;
using PB.People;
using PB.Results;
using PB.Rounds;
using PB.Tests.Ballots;
using PB.Tests.Town;

namespace PB.Tests.Approvals;

/// <summary>Eastfield's round with Maya who set it up, Rita who certifies, and Ada the administrator.</summary>
public abstract class TwoPeopleTest : BallotTest
{
    protected const string Requests = "/rounds/eastfield-2027/requests", Result = "/rounds/eastfield-2027/result";

    protected Person Maya { get; private set; } = null!;
    protected Person Rita { get; private set; } = null!;
    protected Round Round { get; private set; } = null!;

    protected override async Task SettleAsync()
    {
        Round = await OpenRoundAsync();
        Maya = await WithDbAsync(db => db.Users.SingleAsync(person => person.Name == "Maya Okoro"));
        Rita = await PersonAsync("Rita Shah", Role.Ratifier);
        await Visitor().OpenAsync(Ballot);
    }

    /// <summary>Three people vote, voting closes, and the result is counted and published.</summary>
    protected async Task CountedAsync()
    {
        await VotedAsync(await VoterAsync(), 1);
        await VotedAsync(await VoterAsync("Bryn Parry"), 1);
        await VotedAsync(await VoterAsync("Cleo Hart"), 3);
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
    }

    protected async Task<Page> AskAsync(Person who, ApprovedAct act, params (string, string?)[] fields)
    {
        var browser = await SignedInAsync(who);
        var page = await browser.OpenAsync($"{Requests}/new?act={act}");
        return await browser.PressAsync(page, "Ask a second person", [.. fields, ("Form.Reason", "A reason that everybody can read.")]);
    }

    protected async Task<Page> DecideAsync(Person who, string path, bool approve = true)
    {
        var browser = await SignedInAsync(who);
        var page = await browser.OpenAsync(path);
        return await browser.PressAsync(page, "Decide", ("Form.Approve", approve ? "true" : "false"), ("Form.Answer", "I have looked at it."));
    }

    /// <summary>Maya asks and Rita approves.</summary>
    protected async Task<Page> DoneAsync(ApprovedAct act, params (string, string?)[] fields)
    {
        var asked = await AskAsync(Maya, act, fields);
        Assert.StartsWith("/desk/approvals/", asked.Path, StringComparison.Ordinal);
        var decided = await DecideAsync(Rita, asked.Path);
        Assert.Empty(decided.Errors);
        return decided;
    }

    protected async Task CertifiedAsync()
    {
        await CountedAsync();
        await MoveToAsync(Closing.AddDays(6));
        await DoneAsync(ApprovedAct.Certify);
    }

    protected Task<string> StateAsync() => AskOwnerAsync<string>("select state from rnd.round");

    protected async Task<PostgresException> RefusedAsync(string sql, bool asOwner = false)
    {
        await using var source = NpgsqlDataSource.Create(asOwner ? Database.Owner : Database.Web);
        await using var command = source.CreateCommand(asOwner ? $"set role pb_vote_owner; {sql}" : sql);
        return await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    /// <summary>As the owner, with every trigger off: what a superuser could do.</summary>
    protected async Task MeddleAsync(string role, string table, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand($"set role {role}; alter table {table} disable trigger user; {sql}; alter table {table} enable trigger user; reset role");
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
