using QRCoder;

namespace PB.Web.Roll;

/// <summary>A square that a phone reads.</summary>
static class QrSquare
{
    // Dark modules that touch in a row are one rectangle: no printer leaves a white hair between them.
    public static void Draw(PdfPage page, string content, (double X, double Y) corner, double size)
    {
        using var generator = new QRCodeGenerator();
        using var square = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = square.ModuleMatrix;
        var side = size / rows.Count;
        for (var row = 0; row < rows.Count; row++)
            for (var from = 0; from < rows.Count; from++)
                if (rows[row][from])
                {
                    var until = from;
                    while (until < rows.Count && rows[row][until])
                        until++;
                    page.FillRow(corner.X + from * side, corner.Y + size - (row + 1) * side, (until - from) * side, side);
                    from = until;
                }

        page.Blacken();
    }
}
