using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PB.Proposals;
using PB.Screening;
using PB.Tally;
using PB.Tests.Town;

namespace PB.Tests.Faults;

public sealed class OddTextTests : TownTest
{
    const string Round = "/rounds/eastfield-2027", Ideas = Round + "/proposals", Mark = "\"><script>alert(1)</script>";

    /// <summary>Pages with a form, its button, and who fills it in.</summary>
    public static TheoryData<string, string, string?> Forms => new()
    {
        { "/sign-in", "Sign in", null },
        { "/account/new", "Make my account", null },
        { "/password/new", "Send me the link", null },
        { Ideas + "/new", "Send me the link", null },
        { "/me/address", "Save my address", "Amina Yusuf" },
        { Ideas + "/1/screening", "Go on and read the letter", "Otis Hale" },
        { "/neighbourhoods/new", "Save the neighbourhood", "Ada Lind" },
        { "/desk/rounds/new", "Begin the draft", "Maya Okoro" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_zero_character_in_a_field_is_turned_away_and_nothing_is_kept(string path, string button, string? person)
    {
        var (browser, form) = await OpenFormAsync(path, person);
        var before = await RowsAsync();

        foreach (var field in FieldsOf(form, button))
        {
            var answer = await browser.PressAsync(form, button, (field, "a\0b"));
            Assert.Equal((field, HttpStatusCode.BadRequest, "We could not read that"), (field, answer.Status, answer.Heading));
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Two_megabytes_in_a_field_get_a_sentence_and_nothing_is_kept(string path, string button, string? person)
    {
        var (browser, form) = await OpenFormAsync(path, person);
        var before = await RowsAsync();

        foreach (var field in FieldsOf(form, button))
        {
            var answer = await browser.PressAsync(form, button, (field, new string('x', 2_000_000)));
            Assert.True(answer.Errors.Count > 0 || answer.Status is HttpStatusCode.BadRequest, $"{field}: {answer.Status} {answer.Heading}");
            Assert.InRange((int)answer.Status, 200, 499);
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task A_zero_character_in_an_address_is_turned_away()
    {
        // The server itself turns away a path that holds one.
        foreach (var address in (string[])["/?q=%00", "/neighbourhoods?%00=1", "/sign-in?then=/a%00b", Ideas + "?q=a%00b", Round + "/ballot?p=%00", Ideas + "/1?a%00b"])
        {
            var page = await Visitor().OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.BadRequest, "We could not read that"), (address, page.Status, page.Heading));
        }
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_gets_a_page_that_leads_on()
    {
        foreach (var address in (string[])
            ["/no-such-page", "/index.php", "/rounds/x/result.exe", Round + "/result.exe", Ideas + "/2", Ideas + "/99999999999999999999", "/neighbourhoods/no-such-place"])
        {
            var page = await Visitor().OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.NotFound, "We cannot find that page"), (address, page.Status, page.Heading));
            Assert.NotNull(page.Document.QuerySelector("main a[href='/neighbourhoods']"));
        }
    }

    [Fact]
    public async Task A_script_in_a_name_or_title_is_text_wherever_it_is_read()
    {
        await MoveToAsync(Opening);
        foreach (var address in (string[])
            ["/", "/neighbourhoods", "/neighbourhoods/script-alert-1-script", Round, Ideas, Ideas + "/1", Round + "/ballot"])
        {
            var page = await Visitor().OpenAsync(address);
            Assert.Equal((address, HttpStatusCode.OK), (address, page.Status));
            Assert.Contains(Mark, page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
        }
    }

    protected override async Task SettleAsync()
    {
        var place = await NeighbourhoodAsync(Mark);
        var round = await DraftRoundAsync(place, await ManagerAsync(place));
        var officer = await OfficerAsync();
        await ResidentAsync();
        await AdministratorAsync();
        await ChangeAsync(async db =>
        {
            var whole = await WholeRoundAsync(db, round.Id);
            whole.Describe(Mark, whole.Slug, whole.Summary, whole.TimeZone, whole.Currency);
            whole.Announce(Clock.GetUtcNow());
        });
        await MoveToAsync(Dates.IdeasFrom!.Value);
        await ChangeAsync(db =>
        {
            var proposal = new Proposal(round.Id, Provenance.Resident, Clock.GetUtcNow());
            proposal.BelongTo(null, Mark, "bryn@example.org", null);
            proposal.Write(Mark, Mark, new Money(1500_00));
            proposal.Locate(Mark, null, null);
            proposal.Submit(1, Clock.GetUtcNow());
            db.Add(proposal);
            db.Add(new ScreeningDecision(proposal.Id, officer.Id, new ScreeningAnswer(true, null, Mark, Mark), Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
    }

    async Task<(Browser Browser, Page Form)> OpenFormAsync(string path, string? person)
    {
        var browser = Visitor();
        if (person is not null)
            await browser.OpenAsync($"{DoorKeeper.Path}?email={PB.Data.Slug.Of(person)}@example.org");
        return (browser, await browser.OpenAsync(path));
    }

    static List<string> FieldsOf(Page page, string button)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelectorAll("main button").Last(b => b.TextContent.Trim() == button).Closest("form")!;
        return [.. form.Elements.OfType<IHtmlElement>().Where(e => e is IHtmlTextAreaElement or IHtmlInputElement { Type: not "radio" and not "checkbox" })
            .Select(e => e.GetAttribute("name")!).Where(name => name is not (null or "" or "__RequestVerificationToken")).Distinct()];
    }

    /// <summary>How much is kept of all that these forms could add to.</summary>
    Task<int> RowsAsync() => WithDbAsync(async db =>
        await db.Users.CountAsync() + await db.Proposals.CountAsync() + await db.ScreeningDecisions.CountAsync() + await db.Rounds.CountAsync()
        + await db.Neighbourhoods.CountAsync() + await db.Voters.CountAsync() + await db.Messages.CountAsync());
}
