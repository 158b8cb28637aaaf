using System.Net;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;
using PB.Grants.Care;
using PB.Tests.Grants.Awards;
using PB.Tests.Proposals;

namespace PB.Tests.Grants.Care;

public sealed class GroupPhotoTests : AwardTest
{
    [Fact]
    public async Task A_photo_is_shown_only_while_everybody_on_it_says_yes_and_is_deleted_when_one_takes_it_back()
    {
        var project = await RunningAsync();
        var photos = $"{PathOf(project)}/photos";
        var lea = await AsAsync("Lea");
        await UploadAsync(lea, await lea.OpenAsync(photos), photos, PhotoFiles.JpegThatTells("51.5,-0.1"), "Photo", ("AltText", "Two on bikes"), ("Faces", "2"));
        var photo = $"{photos}/{await WithDbAsync(db => db.GroupPhotos.Select(p => p.Id).SingleAsync())}";
        Assert.DoesNotContain("51.5", await lea.Client.GetStringAsync(new Uri(photo, UriKind.Relative)), StringComparison.Ordinal);

        await StepAsync(photos, "I have looked at it: it may be shown");
        await StepAsync(photos, "Write down the yes", ("Who", "Lea M"), ("Evidence", "Paper, Yara saw it"));
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(photo)).Status);
        await StepAsync(photos, "Write down the yes", ("Who", "Max O"), ("Evidence", "Paper, Yara saw it"), ("WithParent", "true"));
        Assert.Equal(HttpStatusCode.OK, (await Visitor().OpenAsync(photo)).Status);

        await StepAsync(photos, "Max O takes it back");
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(photo)).Status);
        await RunAsync<ForgetGrantPapers>();
        Assert.Equal(0, await AskOwnerAsync<long>("select sum(length(jpeg)) from grants.group_photos"));
    }

    [Fact]
    public async Task Papers_that_nobody_may_keep_any_longer_are_emptied_and_the_accounts_stay()
    {
        var running = await RunningAsync();
        var refused = await ApplicationAsync(Call, "Boats", 500);
        await ChangeAsync(async db => (await db.Calls.SingleAsync(call => call.Id == Call.Id)).Publish(Clock.GetUtcNow()));
        await PressAsync("Alan", running, "Stop this award", ("reason", "The club has closed."));
        await MoveToAsync(Clock.GetUtcNow().AddYears(1).AddDays(1));
        await RunAsync<ForgetGrantPapers>();

        var kept = await WithDbAsync(db => db.Applications.AsNoTracking().ToDictionaryAsync(a => a.Id));
        Assert.Equal(("Boats", "", ""), Words(kept[refused.Id]));
        Assert.NotEqual("", kept[running.Id].Summary);
        Assert.Equal(0, await AskOwnerAsync<long>("select sum(length(sealed)) from grants.bank_accounts"));
        Assert.Equal(1, await AskOwnerAsync<long>("select count(*) from grants.awards"));
    }

    static (string, string, string) Words(Application application) => (application.Title, application.Summary, application.Answers.Need);

    async Task StepAsync(string photos, string button, params (string, string?)[] fields)
    {
        var yara = await AsAsync("Yara");
        Assert.Empty((await yara.PressAsync(await yara.OpenAsync(photos), button, fields)).Errors);
    }
}
