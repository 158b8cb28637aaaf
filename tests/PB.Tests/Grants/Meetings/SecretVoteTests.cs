using Microsoft.EntityFrameworkCore;
using Npgsql;
using PB.Grants.Calls;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Meetings;

public sealed class SecretVoteTests : MeetingTest
{
    [Fact]
    public async Task I19_who_voted_and_what_was_cast_share_the_vote_and_nothing_else()
    {
        await ApplyAsync(new CallRules(), ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Cas Eli", "Bo", "Dee");
        Assert.Contains("You have voted. 5 have voted so far.", (await LookAsync("Bo")).Text, StringComparison.Ordinal);

        Assert.Equal("vote_id", await AskOwnerAsync<string>("""
            select string_agg(v.column_name, ',') from information_schema.columns v join information_schema.columns c using (table_schema, column_name)
            where v.table_schema = 'grants' and v.table_name = 'voters' and c.table_name = 'casts'
            """));
        Assert.Equal(0, await AskOwnerAsync<long>("select count(*) from information_schema.columns where table_schema = 'grants' and table_name in ('voters', 'casts') and data_type like 'timestamp%'"));
        // One row for all, in the order of the alphabet: its place, its transaction and its order tell nothing.
        Assert.Equal("Abstain,No,Yes,Yes,Yes", await AskOwnerAsync<string>("select string_agg(array_to_string(choices, ','), ';') from grants.casts"));
        foreach (var look in (string[])["select from grants.voters", "select from grants.casts"])
            await Assert.ThrowsAnyAsync<PostgresException>(() => WithDbAsync(db => db.Database.ExecuteSqlRawAsync(look)));
    }

    [Fact]
    public async Task I06_nothing_is_counted_while_a_vote_is_open_and_nothing_changes_once_it_is_closed()
    {
        await ApplyAsync(new CallRules(), ("Pitch", 1000));
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        await TurnToAsync("Pitch");
        await AskAsync("Ask: shall we fund it?");
        await VoteAsync("Ade Bo Cas", "Dee");
        Assert.Contains("Too few have voted.", (await CloseAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await MinutesAsync("Bo"), line => line.Contains("yes", StringComparison.Ordinal));
        await VoteAsync("Eli");
        Assert.Contains("You have voted already.", (await VoteTwiceAsync("Eli")).Text, StringComparison.Ordinal);
        await CloseAsync();
        foreach (var sql in (string[])["update grants.votes set yes = 0", "update grants.votes set closed_at = null", "delete from grants.votes", "update grants.minute_lines set words = '{}'", "delete from grants.casts"])
            await Assert.ThrowsAnyAsync<PostgresException>(() => AskOwnerAsync<long>($"with x as ({sql} where true returning 1) select count(*) from x"));
        Assert.Equal(new YesNo(4, 1, 0), await WithDbAsync(async db => (await db.Set<Vote>().SingleAsync()).Outcome));
    }

    async Task<PB.Tests.Town.Page> VoteTwiceAsync(string name)
    {
        var vote = await WithDbAsync(db => db.Set<Vote>().SingleAsync());
        return await PostAsync(name, $"{Room}/votes/{vote.Id}/casts", ("choice", "No"));
    }
}
