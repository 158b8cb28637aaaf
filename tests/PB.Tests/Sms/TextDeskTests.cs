using System.Net;
using PB.Sms;
using PB.Tests.Approvals;

namespace PB.Tests.Sms;

public sealed class TextDeskTests : TwoPeopleTest
{
    const string Number = "+447700900900", Dara = "+447700900111", Desk = "/rounds/eastfield-2027/texts/desk";

    [Fact]
    public async Task What_nobody_could_read_is_opened_only_with_a_reason_and_an_alert_goes_only_with_what_was_done()
    {
        await using var town = TextTown.In(Hall);
        await ChangeAsync(db => Task.FromResult(TextTown.Answer(db, Number, Round.Id, Clock.GetUtcNow(), ProofOfVoter.PostcodeAndAge)));
        await town.TextAsync("SM1", Dara, Number, "the lovely bench by the pond");
        await ChangeAsync(db => db.AddAsync(new TextAlert(TextAlertKind.Flood, null, Round.Id, null, Clock.GetUtcNow())).AsTask());
        var maya = await SignedInAsync(Maya);
        var desk = await maya.OpenAsync(Desk);
        Assert.Contains("From +44 7*** ***111", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lovely", desk.Text, StringComparison.Ordinal);

        var id = desk.Document.QuerySelector("form[action$=readings]")!.GetAttribute("action")!.Split('/')[^2];
        Assert.Contains("Write why you have to read it", (await maya.PressAsync(desk, $"Read the text {id}")).Document.Body!.TextContent, StringComparison.Ordinal);
        var tooLong = await maya.PressAsync(await maya.OpenAsync(Desk), $"Read the text {id}", ("reason", new string('x', 501)));
        Assert.Equal(["Write why you have to read it, in up to 500 characters."], tooLong.Errors);
        Assert.Equal(new string('x', 501), tooLong.Document.QuerySelector("input[name=reason]")!.GetAttribute("value"));
        var undone = await maya.PressAsync(await maya.OpenAsync(Desk), "It is dealt with: One phone sent so many texts that we stopped reading them.", ("note", new string('y', 501)));
        Assert.Equal(new string('y', 501), undone.Document.QuerySelector("input[name=note]")!.GetAttribute("value"));
        var read = await maya.PressAsync(await maya.OpenAsync(Desk), $"Read the text {id}", ("reason", "To help them vote."));
        Assert.Contains("the lovely bench by the pond", read.Text, StringComparison.Ordinal);
        Assert.Equal(1, await WithDbAsync(db => Task.FromResult(db.Journal.Count(entry => entry.Act.StartsWith("Read a text")))));

        desk = await maya.PressAsync(await maya.OpenAsync(Desk), "It is dealt with: One phone sent so many texts that we stopped reading them.", ("note", "It was a child with a new phone."));
        Assert.Contains("There is no alert.", desk.Text, StringComparison.Ordinal);

        await MoveToAsync(Clock.GetUtcNow().AddMinutes(1));
        await town.TextAsync("SM2", Dara, Number, "VOTE 1");
        Assert.Contains("There is none.", (await maya.OpenAsync(Desk)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await SignedInAsync(Rita)).OpenAsync(Desk)).Status);
    }
}
