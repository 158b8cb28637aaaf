using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using PB.Outbox;
using PB.Roll;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Roll;

/// <summary>Prints a letter for each code: what it is for, until when, the code in large type, and a square that a phone can read.</summary>
public sealed class LetterPress(SiteAddress site, IOptions<SiteOptions> council, IStringLocalizer<Words> text)
{
    const double Left = 60, Column = PdfPage.Width - 2 * Left, Square = 150;

    public byte[] Print(Round round, CodeBatch batch, IReadOnlyList<string> codes, string? textTo) => PdfFile.Of(
        text["Codes for “{0}”", round.Title], "en-GB",
        [.. codes.Select((code, index) => (code, Serial: index + 1)).AsParallel().AsOrdered().Select(letter => PageOf(round, batch, letter.code, letter.Serial, textTo).Content())]);

    PdfPage PageOf(Round round, CodeBatch batch, string code, int serial, string? textTo)
    {
        var page = new PdfPage();
        page.Write(PdfFont.Bold, 12, Left, 780, council.Value.Council);
        page.Write(PdfFont.Bold, 22, Left, 730, text["You have a vote"]);
        var y = page.WriteLines(12, Left, 700, Column, text["In “{0}”, people decide what is done with the money. You can vote too.", round.Title]);
        y = page.WriteLines(12, Left, y, Column, text["Voting is open from {0} until {1}.", Moment(round.Calendar.VotingFrom, round), Moment(round.Calendar.VotingUntil, round)]);
        y = page.WriteLines(12, Left, y, Column, text["Point the camera of a phone at the square, or go to {0} and type in the code. You need no account.", site.Of("code")]);
        page.Write(PdfFont.Code, 28, Left, y - 30, code);
        QrSquare.Draw(page, $"{site.Of("code")}?c={code}", (Left, y - 60 - Square), Square);
        y -= 90 + Square;
        if (textTo is not null)
            y = page.WriteLines(12, Left, y, Column, text["Or text VOTE, the numbers of your projects and the code to {0}, such as: VOTE 2 1 {1}", textTo, code]);
        y = page.WriteLines(12, Left, y, Column, text["This code is for one person and one vote. Do not give it to anybody else. If you voted with an account or in another way, you do not need it: each person has one vote."]);
        y = page.WriteLines(12, Left, y, Column, text["Nobody can see from the code how you voted."]);
        page.WriteLines(12, Left, y, Column, text["If the code was used by somebody else, or the letter is not for you, tell us the number below."]);
        page.Write(PdfFont.Plain, 9, Left, 50, text["{0}, number {1}", batch.Name, serial]);
        return page;
    }

    string Moment(DateTimeOffset? at, Round round) => at is { } moment ? text.Written(moment, round.TimeZone) : "";
}
