using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PB.Approvals;
using PB.Results;
using PB.Sms;
using PB.Tests.Approvals;

namespace PB.Tests.Sms;

/// <summary>What holds of all texts together: whatever order they come in, wherever one looks afterwards.</summary>
public sealed partial class TextPromisesTests : TwoPeopleTest
{
    const string Number = "+447700900900", Dara = "+447700900111";

    static readonly string[] Bodies = ["VOTE 1", "vote 2 4", "3", "VOTE 4, please", "CLEAR", "MB1 1AA", "OK", "NO", "STATUS", "99", "good morning", "LIST"];

    TextTown town = null!;

    protected override async Task SettleAsync()
    {
        await base.SettleAsync();
        town = TextTown.In(Hall);
    }

    public override async ValueTask DisposeAsync()
    {
        await town.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(1ul)]
    [InlineData(2ul)]
    public async Task However_texts_of_different_phones_mingle_and_however_often_they_come_again_each_phone_has_the_same_vote(ulong seed)
    {
        await AnswerAsync(ProofOfVoter.PostcodeAndAge);
        var talks = Gen.Elements(Bodies).ArrayOf(9).Sample(8, new Rnd(seed), 8).ToList();
        var (alone, mingled) = (Phones(1, talks.Count), Phones(2, talks.Count));
        foreach (var phones in (string[][])[alone, mingled])
            for (var i = 0; i < talks.Count; i += 2)
                await town.LinkAsync((await VoterAsync($"Resident {phones[i]}")).Id, phones[i]);

        for (var i = 0; i < talks.Count; i++)
            await TalkAsync(alone[i], talks[i], again: false);
        await Task.WhenAll(talks.Select((talk, i) => TalkAsync(mingled[i], talk, again: true)));

        Assert.Equal(await StatusAsync(alone), await StatusAsync(mingled));
        var votes = await AskOwnerAsync<long>("select count(*) from register.mark");
        Assert.NotEqual(0, votes);
        Assert.Equal(votes, await AskOwnerAsync<long>("select count(distinct m.voter_id) from register.mark m join sms.phone_links l on l.voter_id = m.voter_id where m.channel = 'sms'"));
        Assert.True(await AskOwnerAsync<bool>("select count(*) filter (where assurance = 'declared') <= (select count(*) from sms.phones) from register.mark"));
    }

    [Fact]
    public async Task Twenty_eight_days_after_a_result_is_final_no_number_no_word_and_no_tie_is_left_and_the_result_stands()
    {
        await AnswerAsync(ProofOfVoter.PostcodeAndAge);
        await TalkAsync(Dara, ["VOTE 1", "MB1 1AA", "OK"], again: false);
        await town.RunAsync<SendTexts>();
        await MoveToAsync(Closing.AddMinutes(16));
        await RunAsync<ReconcileTexts>();
        await RunAsync<ReconcileTexts>();
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();
        await MoveToAsync(Closing.AddDays(6));
        await DoneAsync(ApprovedAct.Certify);
        await town.RunAsync<ForgetTexts>();
        Assert.Equal("1 3 1", await LeftAsync());

        await MoveToAsync(Closing.AddDays(6 + 29));
        await town.RunAsync<ForgetTexts>();
        await town.RunAsync<ForgetTexts>();

        Assert.Equal("0 0 0", await LeftAsync());
        Assert.Equal(town.Network.Sent.Count + 3, town.Network.Redacted.Distinct().Count());
        Assert.Contains("1 person voted", (await Visitor().OpenAsync(Result)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_says_a_number_or_a_text_even_where_something_goes_wrong()
    {
        using var log = new Listener();
        Hall.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await VotesByTextAsync();
        town.Network.Faults.Enqueue((500, 20500, false));
        await town.TextAsync("SM2", Dara, Number, "what a lovely idea");
        await town.RunAsync<SendTexts>();
        await AskOwnerAsync<int>("alter table sms.outbox rename to away; select 1");
        await town.TextAsync("SM3", Dara, Number, "VOTE 2 my lovely");
        await AskOwnerAsync<int>("alter table sms.away rename to outbox; select 1");

        Assert.Contains(log.Lines, line => line.Contains("PostgresException 42P01", StringComparison.Ordinal));
        Assert.All(log.Lines, line => Assert.DoesNotMatch(@"7700\s?900|lovely|VOTE [12]", line));
    }

    async Task VotesByTextAsync()
    {
        await AnswerAsync(ProofOfVoter.LetterCode);
        await town.LinkAsync((await VoterAsync("Dara Quinn")).Id, Dara);
        await town.TextAsync("SM1", Dara, Number, "VOTE 1");
        await town.RunAsync<SendTexts>();
    }

    Task AnswerAsync(ProofOfVoter proof) => ChangeAsync(db => Task.FromResult(TextTown.Answer(db, Number, Round.Id, Clock.GetUtcNow(), proof)));

    static string[] Phones(int group, int count) => [.. Enumerable.Range(0, count).Select(i => $"+44770090{group}{i:000}")];

    // With `again`, each text comes twice, and all of them once more at the end.
    async Task TalkAsync(string phone, string[] talk, bool again)
    {
        var texts = talk.Select((body, n) => (Sid: $"SM{phone}-{n}", body)).ToList();
        foreach (var (sid, body) in again ? [.. texts.SelectMany(text => new[] { text, text }), .. texts] : texts)
            (await town.TextAsync(sid, phone, Number, body)).EnsureSuccessStatusCode();
    }

    async Task<List<string>> StatusAsync(string[] phones)
    {
        await MoveToAsync(Clock.GetUtcNow().AddMinutes(11));
        await town.RunAsync<SendTexts>();
        var said = new List<string>();
        foreach (var phone in phones)
        {
            await town.TextAsync($"SM{phone}-status", phone, Number, "STATUS");
            await town.RunAsync<SendTexts>();
            said.Add(Reference().Replace(town.Network.Sent.Last(text => text.To == phone).Body, ""));
        }

        return said;
    }

    Task<string> LeftAsync() => AskOwnerAsync<string>("""
        select concat_ws(' ', (select count(*) from sms.phones where sealed_number is not null), (select count(*) from sms.inbound where body is not null), (select count(*) from sms.phone_links))
        """);

    [GeneratedRegex(@"Ref \w+")]
    private static partial Regex Reference();

    sealed class Listener : ILoggerProvider, ILogger
    {
        volatile bool isClosed;

        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => !isClosed;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!isClosed)
                Lines.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose() => isClosed = true;
    }
}
