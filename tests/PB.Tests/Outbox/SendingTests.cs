using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PB.Outbox;
using PB.Results;
using PB.Roll;
using PB.Tests.Town;

namespace PB.Tests.Outbox;

public sealed class SendingTests : TownTest
{
    readonly PostOffice office = new(SiteProcess.FreePort());

    [Fact]
    public async Task The_result_of_a_round_arrives_by_mail()
    {
        PostOffice.SkipWhereThereIsNone();
        await office.OpenAsync();
        var round = await VotingRoundAsync(null, 100_00, ("Bänke & “Bäume”", 60));
        var amina = await VoterAsync();
        await ChangeAsync(db => db.AddAsync(new RoundFollower(round.Id, amina.Id, Clock.GetUtcNow())).AsTask());
        await MoveToAsync(Closing);
        await RunAsync<CountClosedRounds>();
        await RunAsync<PublishCountedRounds>();

        await SendAsync();

        var letters = await office.LettersAsync();
        var proposers = letters.Single(letter => letter.To == "bryn@example.org");
        Assert.Equal("votes@marlbridge.example", proposers.From);
        Assert.Equal(["votes@marlbridge.example", "bryn@example.org"], proposers.Envelope);
        Assert.Contains("Your project “Bänke & “Bäume”” won 0 votes. It was not funded this time.", proposers.Body, StringComparison.Ordinal);
        var followers = letters.Single(letter => letter.To == amina.Email);
        Assert.Equal("The result of “Eastfield 2027”", followers.Subject);
        Assert.Contains("http://localhost:8080/rounds/eastfield-2027/result", followers.Body, StringComparison.Ordinal);
        Assert.All(await MessagesAsync(), message => Assert.Equal(Closing, message.SentAt));
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_after_growing_waits_and_the_mail_goes_out_in_the_end()
    {
        PostOffice.SkipWhereThereIsNone();
        await WriteAsync("amina@example.org");

        foreach (var minutes in new[] { 1, 4, 16 })
        {
            await SendAsync();
            var waiting = Assert.Single(await MessagesAsync());
            Assert.Equal(Clock.GetUtcNow().AddMinutes(minutes), waiting.NextTryAt);
            Assert.Contains("refused", waiting.LastError, StringComparison.OrdinalIgnoreCase);
            await MoveToAsync(waiting.NextTryAt!.Value);
        }

        await office.OpenAsync();
        await SendAsync();

        var sent = Assert.Single(await MessagesAsync());
        Assert.Equal((Clock.GetUtcNow(), null, null, 4), (sent.SentAt, sent.NextTryAt, sent.LastError, sent.Tries));
        var letter = Assert.Single(await office.LettersAsync());
        Assert.StartsWith($"<{sent.Id}@", letter.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_the_server_does_not_know_is_given_up_and_staff_see_it_without_the_letter()
    {
        PostOffice.SkipWhereThereIsNone();
        await office.OpenAsync();
        await WriteAsync("gone@nowhere.example");

        await SendAsync();

        Assert.True(Assert.Single(await MessagesAsync()).IsGivenUp);
        var page = await (await SignedInAsync(await OfficerAsync())).OpenAsync("/desk/messages");
        Assert.Contains("1 given up", page.Text, StringComparison.Ordinal);
        Assert.Contains("g…@nowhere.example", page.Text, StringComparison.Ordinal);
        Assert.Contains("nobody of this name", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("gone@", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Come to the hall", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_mail_once()
    {
        PostOffice.SkipWhereThereIsNone();
        await office.OpenAsync();
        await WriteAsync([.. Enumerable.Range(1, 20).Select(i => $"resident-{i}@example.org")]);

        await Task.WhenAll(SendAsync(), SendAsync());

        var letters = await office.LettersAsync();
        Assert.Equal(20, letters.Count);
        Assert.Equal(20, letters.DistinctBy(letter => letter.To).Count());
    }

    [Fact]
    public async Task Without_a_server_mails_wait_and_staff_are_told()
    {
        await WriteAsync("amina@example.org");

        await RunAsync<SendOutbox>();

        Assert.Equal(0, Assert.Single(await MessagesAsync()).Tries);
        var page = await (await SignedInAsync(await OfficerAsync())).OpenAsync("/desk/messages");
        Assert.Contains("No mail server is set up, so e-mails wait.", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 waiting", page.Text, StringComparison.Ordinal);
    }

    public override async ValueTask DisposeAsync()
    {
        await office.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Sends what is due as a site does whose settings name the post office.</summary>
    async Task SendAsync()
    {
        await using var site = Hall.WithWebHostBuilder(builder => builder
            .UseSetting("Smtp:Host", "127.0.0.1").UseSetting("Smtp:Port", $"{office.Port}").UseSetting("Smtp:StartTls", "false")
            .UseSetting("Smtp:From", "votes@marlbridge.example"));
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendOutbox>().RunAsync(TestContext.Current.CancellationToken);
    }

    Task WriteAsync(params string[] addresses) => ChangeAsync(db =>
    {
        db.Messages.AddRange(addresses.Select(to => new Message($"test/{to}", to, "Tonight", "Come to the hall at seven.", Clock.GetUtcNow())));
        return Task.CompletedTask;
    });

    Task<List<Message>> MessagesAsync() => WithDbAsync(db => db.Messages.AsNoTracking().ToListAsync());
}
