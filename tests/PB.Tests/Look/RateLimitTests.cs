using System.Net;
using Microsoft.AspNetCore.Http;
using PB.Tests.Town;

namespace PB.Tests.Look;

/// <summary>The doors that can be guessed at, from addresses that nobody else in this run uses.</summary>
public sealed class RateLimitTests : TownTest
{
    [Theory]
    [InlineData("/check", "203.0.113.1", 30)]
    [InlineData("/sign-in", "203.0.113.2", 10)]
    [InlineData("/second-factor", "203.0.113.3", 10)]
    [InlineData("/account/new", "203.0.113.4", 10)]
    [InlineData("/password/new", "203.0.113.5", 10)]
    public async Task An_address_is_let_in_so_often_and_no_more_whatever_it_says_of_itself(string path, string address, int times)
    {
        for (var i = 0; i < times; i++)
            Assert.Equal(400, (await PostAsync(path, address, $"198.51.100.{i}")).Status);

        var (status, wait, page) = await PostAsync(path, address, "198.51.100.200");
        Assert.Equal(429, status);
        Assert.InRange(int.Parse(wait, System.Globalization.CultureInfo.InvariantCulture), 1, 3600);
        Assert.Contains("From your internet connection there were too many tries in a short time.", page, StringComparison.Ordinal);
        // Nobody else waits, and whoever waits can read.
        Assert.Equal(400, (await PostAsync(path, "203.0.113.250", "")).Status);
        Assert.NotEqual(429, (await PostAsync(path, address, "", "GET")).Status);
    }

    [Fact]
    public async Task The_addresses_of_one_network_of_the_newer_kind_are_one()
    {
        for (var i = 0; i < 10; i++)
            await PostAsync("/sign-in", $"2001:db8:0:10{i}::1", "");

        Assert.Equal(429, (await PostAsync("/sign-in", "2001:db8:0:1ff:1::9", "")).Status);
        Assert.Equal(400, (await PostAsync("/sign-in", "2001:db8:0:200::1", "")).Status);
    }

    [Fact]
    public async Task Sending_a_ballot_is_never_held_up()
    {
        for (var i = 0; i < 60; i++)
            Assert.Equal(400, (await PostAsync("/rounds/eastfield-2027/ballot", "203.0.113.6", "")).Status);
    }

    // Without the token of a form, which is looked at after the limit: 400 says that the door opened.
    async Task<(int Status, string Wait, string Page)> PostAsync(string path, string address, string claimed, string method = "POST")
    {
        var answer = await Hall.Server.SendAsync(http =>
        {
            (http.Request.Scheme, http.Request.Host, http.Request.Path, http.Request.Method) = ("https", new HostString("localhost"), path, method);
            http.Request.Headers["X-Forwarded-For"] = claimed;
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        });
        using var reader = new StreamReader(answer.Response.Body);
        return (answer.Response.StatusCode, answer.Response.Headers.RetryAfter.ToString(), await reader.ReadToEndAsync());
    }
}
