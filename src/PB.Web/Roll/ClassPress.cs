using Microsoft.Extensions.Localization;
using PB.Outbox;
using PB.Roll;
using PB.Rounds;
using PB.Web.Look;

namespace PB.Web.Roll;

/// <summary>Prints a teacher's sheet for one class: what it is for on top, and a slip for each pupil to cut out. No pupil is named.</summary>
public sealed class ClassPress(SiteAddress site, IStringLocalizer<Words> text)
{
    const double Left = 40, Top = 690, Across = (PdfPage.Width - 2 * Left) / Columns, Down = 126, Square = 74, Hair = 0.4;
    const int Columns = 2, Rows = 5, OnAPage = Columns * Rows;

    public byte[] Print(Round round, CodeBatch batch, IReadOnlyList<string> codes, string? textTo) => PdfFile.Of(
        text["Codes for “{0}”", round.Title], "en-GB",
        [.. codes.Select((code, index) => (code, Serial: index + 1)).Chunk(OnAPage).AsParallel().AsOrdered().Select(slips => PageOf(round, batch, slips, textTo).Content())]);

    PdfPage PageOf(Round round, CodeBatch batch, (string Code, int Serial)[] slips, string? textTo)
    {
        var page = new PdfPage();
        page.Write(PdfFont.Bold, 18, Left, 800, batch.Name);
        page.Write(PdfFont.Plain, 11, Left, 782, round.Title);
        var y = page.WriteLines(9, Left, 764, PdfPage.Width - 2 * Left, text["For the teacher: cut along the lines, mix the slips, and give one to each pupil. Do not write down who gets which. Destroy what is left."]);
        page.WriteLines(9, Left, y + 5, PdfPage.Width - 2 * Left, text["Voting is open from {0} until {1}.", Moment(round.Calendar.VotingFrom, round), Moment(round.Calendar.VotingUntil, round)]);
        foreach (var (slip, index) in slips.Select((slip, index) => (slip, index)))
            DrawSlip(page, batch, slip, (Left + index % Columns * Across, Top - index / Columns * Down), textTo);
        return page;
    }

    void DrawSlip(PdfPage page, CodeBatch batch, (string Code, int Serial) slip, (double X, double Y) corner, string? textTo)
    {
        var (x, y) = corner;
        DrawFrame(page, x, y);
        QrSquare.Draw(page, $"{site.Of("code")}?c={slip.Code}", (x + Across - Square - 8, y - Square - 8), Square);
        var width = Across - Square - 26;
        page.Write(PdfFont.Bold, 11, x + 9, y - 19, text["Your vote"]);
        var below = page.WriteLines(8.5, x + 9, y - 33, width, text["Point a phone at the square, or go to {0}", site.Of("code")]);
        if (textTo is not null)
            page.WriteLines(8.5, x + 9, below + 4, width, text["Or text VOTE, your numbers and the code to {0}", textTo]);
        page.Write(PdfFont.Code, 15, x + 9, y - 100, slip.Code);
        page.WriteLines(7, x + 9, y - 112, Across - 18, text["One pupil, one vote. Nobody sees how you voted. {0}, number {1}", batch.Name, slip.Serial]);
    }

    static void DrawFrame(PdfPage page, double x, double y)
    {
        page.FillRow(x, y, Across, Hair);
        page.FillRow(x, y - Down, Across, Hair);
        page.FillRow(x, y - Down, Hair, Down);
        page.FillRow(x + Across, y - Down, Hair, Down);
        page.Blacken();
    }

    string Moment(DateTimeOffset? at, Round round) => at is { } moment ? text.Written(moment, round.TimeZone) : "";
}
