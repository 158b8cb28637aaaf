using PB.Grants.Calls;
using PB.Tests.Grants.Meetings;

namespace PB.Tests.Grants.Care;

public sealed class WorryLinkTests : MeetingTest
{
    [Fact]
    public async Task The_link_for_a_worry_is_on_pages_whose_address_does_not_name_the_fund_too()
    {
        var own = (await ApplyAsync(new CallRules(), ("Pitch", 500)))[0];
        await MeetAsync("Ade", "Bo", "Cas", "Dee", "Eli");
        foreach (var (name, path) in new[] { ("Cas", Room), ("Cas", $"{Room}/minutes"), ("Lea", $"/applications/{own.Id}"), ("Sue", $"/applications/{own.Id}") })
        {
            var phone = await PhoneAsync(name);
            var link = (await phone.OpenAsync(path)).Document.QuerySelector("a[href$='/worries/new']");
            Assert.Equal("I’m worried about someone", link?.TextContent);
            Assert.Equal($"{FundPath}/worries/new", link!.GetAttribute("href"));
        }
    }
}
