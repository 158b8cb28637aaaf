using Microsoft.Extensions.Localization;
using PB.Roll;
using PB.Web.Look;

namespace PB.Web.Roll;

static class RegisterWords
{
    /// <summary>What is wrong with a line, never what stands in it.</summary>
    public static string Sentence(this IStringLocalizer<Words> text, RegisterMistake mistake) => text["Line {0}: {1}", mistake.Line, Why(text, mistake)];

    static string Why(IStringLocalizer<Words> text, RegisterMistake mistake) => mistake.Why switch
    {
        RegisterFault.NoHeading => text["there is no heading with name, date of birth and postcode"],
        RegisterFault.NoName => text["there is no name"],
        RegisterFault.NoBirthday => text["there is no date of birth, like 1990-03-27 or 27/03/1990"],
        RegisterFault.NoPostcode => text["there is no whole postcode"],
        RegisterFault.TooFewCells => text["there are fewer cells than in the heading"],
        RegisterFault.Quotes => text["a quotation mark is missing, or there is one too many"],
        RegisterFault.Twice => text["the same person as in line {0}", mistake.Other!],
    };
}
