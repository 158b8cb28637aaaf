using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>What is wrong with a line of a table of ideas.</summary>
static class ImportWords
{
    public static string Of(this IStringLocalizer<Words> text, RowFault fault) => fault switch
    {
        RowFault.NoHeading => text["The first line must name the columns, and one of them must be “title”."],
        RowFault.TooManyRows => text["The file has more than {0} rows. Cut it into smaller files.", ProposalFile.MostRows],
        RowFault.NoTitle => text["It has no title."],
        RowFault.Quotes => text["A quotation mark is missing in it, or there is one too many, so we cannot tell where its cells end. Check the lines after it too."],
        RowFault.TooLong => text["One of its texts is too long: a title has up to 100 characters, a description up to 5,000."],
        RowFault.Spot => text["Its latitude or longitude is no number of degrees, such as 51.5072."],
        RowFault.Estimate => text["We cannot read its cost. Write it in figures, such as 1500.50"],
        RowFault.Provenance => text["Its provenance is none of these: resident, group, organisation, council, carried over, imported."],
        RowFault.Costs => text["We cannot read its list of costs. Write each as “Bench: 450”, with semicolons between."],
        RowFault.RunningCosts => text["We cannot read its costs each year. Write them in figures, such as 40"],
        RowFault.SameReference => text["Another line of the file has the same reference."],
    };
}
