using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Care;
using PB.Grants.Recordings;
using PB.Tests.Town;

namespace PB.Tests.Grants.Recordings;

public sealed class RecordingTests : CouncilTest
{
    Browser lea = null!;
    string path = "";

    [Fact]
    public async Task A_film_that_is_not_taken_leaves_the_words_and_one_that_is_asks_for_words_before_it_is_sent()
    {
        await BeginAsync();
        var page = await UploadAsync("not a film"u8.ToArray(), "We show our yard.", forPanel: true);
        Assert.Contains("Your words are kept.", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("We show our yard.", page.Document.QuerySelector("#Transcript")!.TextContent.Trim());
        Assert.Contains("We show our yard.", (await lea.OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("At most 5 minutes and 50 MB", page.Text, StringComparison.Ordinal);

        await UploadAsync(Film.Make(), "", forPanel: true);
        page = await lea.PressAsync(await lea.OpenAsync($"{path}/sending"), "Send it to our adult", ("AdultEmail", People["Sue"].Email));
        Assert.Contains("Write down what is said and shown in your film or voice", page.Errors);
        await MoveToAsync(CallCloses.AddMinutes(14));
        page = await UploadAsync("broken off"u8.ToArray(), "We show our yard, and say why.", forPanel: true);
        Assert.Single(page.Errors);
        Assert.Equal("We show our yard, and say why.", await WithDbAsync(db => db.Applications.Select(a => a.Answers.Transcript).SingleAsync()));
        Assert.Equal(1, await WithDbAsync(db => db.Set<Recording>().CountAsync()));
    }

    [Fact]
    public async Task The_panel_plays_it_only_with_the_groups_yes_and_taking_that_back_deletes_it_at_once_for_everybody()
    {
        var call = await CallAsync();
        var (shown, hidden) = (await ApplicationAsync(call, "Yard", 900), await ApplicationAsync(call, "Choir", 900));
        await FilmAsync(shown, forPanel: true);
        await FilmAsync(hidden, forPanel: false);
        await OpenMarkingAsync(call);
        await DeclareAsync("Ade", shown, ConflictLevel.None);
        await DeclareAsync("Ade", hidden, ConflictLevel.None);
        await DeclareAsync("Bo", shown, ConflictLevel.Conflict);

        var (ade, yara) = (await AsAsync("Ade"), await AsAsync("Yara"));
        var reading = await ade.OpenAsync($"{CallPath}/reading/{shown.Ref}");
        var video = reading.Document.QuerySelector("video[controls][preload=none]:not([autoplay])")!;
        var played = await ade.Client.GetAsync(new Uri(video.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal(("video/mp4", true, true), (played.Content.Headers.ContentType!.MediaType, played.Headers.CacheControl!.NoStore, played.Headers.CacheControl.Private));
        Assert.DoesNotContain(Film.Place, Encoding.Latin1.GetString(await played.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        var unseen = await ade.OpenAsync($"{CallPath}/reading/{hidden.Ref}");
        Assert.Null(unseen.Document.QuerySelector("video"));
        Assert.Contains("We say what we want.", unseen.Text, StringComparison.Ordinal);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotFound],
            [await PlayAsync(ade, shown), await PlayAsync(ade, hidden), await PlayAsync(await AsAsync("Bo"), shown), await PlayAsync(yara, hidden), await PlayAsync(await AsAsync("Max"), shown)]);

        lea = await AsAsync("Lea");
        await lea.PressAsync(await lea.OpenAsync($"/applications/{shown.Id}"), "Delete the film or voice");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await PlayAsync(ade, shown), await PlayAsync(lea, shown)]);
        Assert.Contains("We say what we want.", (await ade.OpenAsync($"{CallPath}/reading/{shown.Ref}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => db.Applications.Where(a => a.Id == shown.Id).Select(a => a.Version).SingleAsync()));
    }

    [Fact]
    public async Task A_recording_goes_when_the_application_is_taken_back_and_a_year_after_the_decisions()
    {
        var call = await CallAsync();
        var (back, old) = (await ApplicationAsync(call, "Yard", 900), await ApplicationAsync(call, "Choir", 900));
        await FilmAsync(back, forPanel: true);
        await FilmAsync(old, forPanel: true);
        lea = await AsAsync("Lea");
        await lea.PressAsync(await lea.OpenAsync($"/applications/{back.Id}"), "Take it back");
        Assert.Equal([old.Id], await WithDbAsync(db => db.Set<Recording>().Select(r => r.ApplicationId).ToListAsync()));

        await ChangeAsync(async db => (await db.Calls.SingleAsync()).Publish(Publishes));
        await MoveToAsync(Publishes.AddYears(1).AddDays(-1));
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal(1, await WithDbAsync(db => db.Set<Recording>().CountAsync()));
        await MoveToAsync(Publishes.AddYears(1).AddDays(1));
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal((0, ""), (await WithDbAsync(db => db.Set<Recording>().CountAsync()), await WithDbAsync(db => db.Applications.Where(a => a.Id == old.Id).Select(a => a.Answers.Transcript).SingleAsync())));
    }

    async Task BeginAsync()
    {
        await CallAsync();
        await MoveToAsync(CallOpens);
        lea = await AsAsync("Lea");
        var words = await lea.PressAsync(await lea.OpenAsync($"{CallPath}/applications/new"), "Begin", ("TwoOfUs", "true"), ("LocalGroup", "true"), ("HasAdult", "false"));
        path = words.Path[..words.Path.LastIndexOf('/')];
    }

    async Task<Page> UploadAsync(byte[] file, string transcript, bool forPanel)
    {
        var form = await lea.OpenAsync($"{path}/recording");
        using var content = new MultipartFormDataContent();
        content.Add(new StringContent(form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
        content.Add(new StringContent(transcript), "Transcript");
        content.Add(new StringContent(forPanel ? "true" : "false"), "ForPanel");
        content.Add(new ByteArrayContent(file), "File", "holiday.jpg");
        return await Browser.ReadAsync(await lea.Client.PostAsync(new Uri($"{path}/recording", UriKind.Relative), content));
    }

    Task FilmAsync(Application application, bool forPanel) => ChangeAsync(async db =>
    {
        db.Add(new Recording(application.Id, RecordingFile.Cut(Film.Make()).File!, forPanel, People["Lea"].Id, Clock.GetUtcNow()));
        await db.Applications.Where(a => a.Id == application.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Answers.Transcript, "We say what we want."));
    });

    static async Task<HttpStatusCode> PlayAsync(Browser who, Application application) => (await who.OpenAsync($"/applications/{application.Id}/recording/play")).Status;
}
