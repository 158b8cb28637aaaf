using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PB.Sms;
using PB.Tests.Town;

namespace PB.Tests.Sms;

/// <summary>The demonstration's telephone, pressed as a visitor presses it.</summary>
public sealed class PhoneSimulatorTests : TownTest
{
    const string Number = "+447700900900";

    protected override async Task SettleAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await PB.Web.Demonstration.Demonstration.MarkAsync(owner);
        var round = await VotingRoundAsync(null, 100_000_00, ("Bench", 1_000), ("Skate ramp", 60_000));
        await ChangeAsync(db => Task.FromResult(TextTown.Answer(db, Number, round.Id, Clock.GetUtcNow())));
    }

    [Fact]
    public async Task What_a_visitor_types_comes_back_answered()
    {
        WebApplicationFactory<Program>? hall = null;
        await using (hall = Hall.WithWebHostBuilder(site => site.UseSetting("PB:Demonstration", "true").ConfigureTestServices(services =>
            services.AddHttpClient(nameof(TwilioGateway)).ConfigurePrimaryHttpMessageHandler(() => hall!.Server.CreateHandler()))))
        {
            var visitor = new Browser(hall.CreateClient(new() { BaseAddress = new Uri("https://localhost") }));

            var answered = await visitor.PressAsync(await visitor.OpenAsync("/phone"), "Send text", ("body", "LIST"));

            Assert.Equal(HttpStatusCode.OK, answered.Status);
            Assert.Contains("You: LIST", answered.Text, StringComparison.Ordinal);
            Assert.Contains("2 Skate ramp", answered.Document.QuerySelector("#newest")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Elsewhere_there_is_no_such_phone() =>
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync("/phone")).Status);
}
