using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using PB.Tests.Town;

namespace PB.Tests.Proposals;

public sealed class AddingPhotosTests : IdeasTest
{
    const string Alt = "The empty corner by the bus stop";

    [Fact]
    public async Task A_photo_is_made_anew_without_what_the_camera_wrote_and_shown_to_everybody()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);
        Assert.Equal("Add photos", (await AddAsync(amina, draft, PhotoFiles.JpegThatTells("SECRET PLACE"))).Heading);
        await amina.PressAsync(await WrittenAsync(amina, draft), "Send my idea");

        Assert.Equal(Alt, (await Visitor().OpenAsync($"{List}/1")).Document.QuerySelector(".pb-photo img")!.GetAttribute("alt"));
        using var response = await Visitor().Client.GetAsync(new Uri($"{List}/1/photos/1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl!.Public);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0xFF, bytes[0]);
        Assert.DoesNotContain("SECRET", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, byte[]> Bad => new()
    {
        { "plan.jpg", "The file is not a JPEG, PNG or WebP photo. Choose one that is.", PhotoFiles.Pdf },
        { "drawing.svg", "The file is not a JPEG, PNG or WebP photo. Choose one that is.", PhotoFiles.Svg },
        { "half.jpg", "We cannot read this photo: the file is damaged or not complete. Choose another.", PhotoFiles.Jpeg[..312] },
        { "start.jpg", "We cannot read this photo: the file is damaged or not complete. Choose another.", PhotoFiles.Jpeg[..20] },
        { "bomb.png", "The photo has more than 40 million dots. Choose a smaller one, or make it smaller first.", PhotoFiles.Png(50_000, 50_000) },
        { "empty.jpg", "The file is empty. Choose another photo.", [] },
        { "large.jpg", "The photo is larger than 8 MB. Choose a smaller one, or make it smaller first.", [.. PhotoFiles.Jpeg, .. new byte[12 * 1024 * 1024]] },
    };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_no_good_photo_gets_a_sentence_beside_its_field(string name, string sentence, byte[] file)
    {
        var amina = await SignedInAsync(await ResidentAsync());

        var page = await AddAsync(amina, await DraftAsync(amina), file, name);

        Assert.Equal([sentence], page.Errors);
        Assert.Contains(sentence, page.Document.QuerySelector("#File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Alt, page.Document.QuerySelector("#AltText")!.GetAttribute("value"));
        Assert.Empty((await OnlyProposalAsync()).Photos);
    }

    [Fact]
    public async Task A_png_becomes_a_jpeg()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        await AddAsync(amina, await DraftAsync(amina), PhotoFiles.Png(4000, 3000), "tree.png");

        Assert.Equal([0xFF, 0xD8, 0xFF], Assert.Single((await OnlyProposalAsync()).Photos).Jpeg[..3]);
    }

    [Fact]
    public async Task A_photo_without_words_for_people_who_cannot_see_it_is_not_taken()
    {
        var amina = await SignedInAsync(await ResidentAsync());

        var page = await AddAsync(amina, await DraftAsync(amina), PhotoFiles.Jpeg, alt: "  ");

        Assert.Equal(["Say in a few words what the photo shows, for people who cannot see it"], page.Errors);
        Assert.Empty((await OnlyProposalAsync()).Photos);
    }

    [Fact]
    public async Task Five_photos_go_in_a_sixth_does_not_and_one_is_taken_out_again()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var draft = await DraftAsync(amina);
        var pages = await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => AddAsync(amina, draft, PhotoFiles.Jpeg)));

        Assert.Equal(2, pages.Count(page => page.Errors is ["You have 5 photos already. Take one out before you add another."]));
        Assert.Equal(5, (await OnlyProposalAsync()).Photos.Count);
        var photos = await amina.OpenAsync($"{draft.Path}/photos");
        await amina.PressAsync(photos, $"Take out {Alt}");
        Assert.Equal(4, (await OnlyProposalAsync()).Photos.Count);
    }

    [Fact]
    public async Task Nobody_else_sees_the_photo_of_a_draft()
    {
        var amina = await SignedInAsync(await ResidentAsync());
        var added = await AddAsync(amina, await DraftAsync(amina), PhotoFiles.Jpeg);
        var photo = added.Document.QuerySelector(".pb-card__photo")!.GetAttribute("src")!;

        Assert.Equal(HttpStatusCode.OK, (await amina.OpenAsync(photo)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Visitor().OpenAsync(photo)).Status);
    }

    [Fact]
    public async Task Where_the_photo_tool_is_missing_the_page_says_so()
    {
        await using var bare = Hall.WithWebHostBuilder(builder => builder.UseSetting("Photos:ToolFolder", "/nowhere"));
        var person = await ResidentAsync();
        var amina = new Browser(bare.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") }));
        await amina.OpenAsync($"{DoorKeeper.Path}?email={person.Email}");

        var page = await AddAsync(amina, await DraftAsync(amina), PhotoFiles.Jpeg);

        Assert.Equal(["Photos cannot be taken in at the moment; send your idea without one."], page.Errors);
    }

    static async Task<Page> AddAsync(Browser browser, Page draft, byte[] file, string name = "corner.jpg", string alt = Alt)
    {
        var page = await browser.OpenAsync($"{draft.Path}/photos");
        var token = ((IHtmlInputElement)page.Document.QuerySelector("main form[enctype] input[name=__RequestVerificationToken]")!).Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(alt), "AltText" }, { new ByteArrayContent(file), "File", name },
        };
        return await Browser.ReadAsync(await browser.Client.PostAsync(new Uri(page.Path, UriKind.Relative), form));
    }
}
