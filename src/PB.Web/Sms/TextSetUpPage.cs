using PB.Rounds;
using PB.Sms;

namespace PB.Web.Sms;

public sealed record TextSetUpPage(Round Round, TextSetUpForm Form, bool IsFixed)
{
    public required TextFigures Figures { get; init; }

    /// <summary>What the texts have cost so far, in minor units.</summary>
    public long Cost { get; init; }

    /// <summary>The same for each vote that came by text; null while so few have come that the number would say who.</summary>
    public long? CostOfAVote => Figures.Voters < 10 ? null : Cost / Figures.Voters;

    public int Alerts { get; init; }
}
