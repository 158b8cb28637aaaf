using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Journal;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class WritingDownForSomebodyTests : IdeasTest
{
    const string OnBehalf = List + "/on-behalf";

    static readonly (string, string?)[] Spoken =
        [.. Benches, ("Consent", "Said yes at the stall"), ("Event", "Eastfield assembly, 12 March"), ("CostLines", ""), ("Email", "")];

    [Fact]
    public async Task An_officer_writes_an_idea_down_with_consent_and_its_person_takes_it_over_by_code_once()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var slip = await officer.PressAsync(await officer.OpenAsync(OnBehalf), "Send it in for them", Spoken);
        var code = slip.Document.QuerySelector("p.govuk-heading-xl")!.TextContent.Trim();

        var page = await Visitor().OpenAsync($"{List}/1");
        Assert.Contains("Captured at: Eastfield assembly, 12 March", page.Text, StringComparison.Ordinal);
        Assert.Contains("with their consent on file", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Said yes at the stall", page.Text, StringComparison.Ordinal);
        Assert.Contains("Said yes at the stall", (await officer.OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
        Assert.Equal("Wrote down an idea for somebody", (await WithDbAsync(db => db.Set<JournalEntry>().OrderByDescending(entry => entry.Seq).FirstAsync())).Act);

        var bryn = Visitor();
        var mine = await ClaimAsync(bryn, $" {code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} ");
        Assert.Equal("Your idea is sent in", mine.Heading);
        Assert.StartsWith("/proposals/drafts/", mine.Path, StringComparison.Ordinal);
        Assert.Equal("You took this idea back", (await bryn.PressAsync(await bryn.OpenAsync($"{mine.Path}/withdrawal"), "Take it back")).Heading);
        Assert.Equal(["We do not know this code, or it was used before. Look at your slip of paper and write it again."], (await ClaimAsync(Visitor(), code)).Errors);
    }

    [Fact]
    public async Task Taken_over_with_an_account_it_is_on_their_page()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var slip = await officer.PressAsync(await officer.OpenAsync(OnBehalf), "Send it in for them", Spoken);
        var amina = await SignedInAsync(await ResidentAsync());

        await ClaimAsync(amina, slip.Document.QuerySelector("p.govuk-heading-xl")!.TextContent);

        Assert.Contains("Benches along the river", (await amina.OpenAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Contains("This is your idea.", (await amina.OpenAsync($"{List}/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_consent_or_by_somebody_who_is_not_staff_nothing_is_written_down()
    {
        var officer = await SignedInAsync(await OfficerAsync());
        var form = await officer.PressAsync(await officer.OpenAsync(OnBehalf), "Send it in for them", [.. Spoken.Where(field => field.Item1 != "Consent"), ("Consent", " ")]);
        Assert.Equal(["Say how they agreed, such as: said yes at the stall"], form.Errors);

        Assert.Equal("/sign-in", (await Visitor().OpenAsync(OnBehalf)).Path.Split('?')[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await ResidentAsync())).OpenAsync(OnBehalf)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(await PersonAsync("Rae Lund", PB.People.Role.Ratifier))).OpenAsync(OnBehalf)).Status);
        Assert.Equal(0, await WithDbAsync(db => db.Proposals.CountAsync()));
    }

    static async Task<Page> ClaimAsync(Browser browser, string code) =>
        await browser.PressAsync(await browser.OpenAsync("/claim"), "Make it mine", ("Code", code));
}
