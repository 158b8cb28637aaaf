using PB.Rounds;
using PB.Sms;

namespace PB.Web.Sms;

public sealed record TextSetUpPage(Round Round, TextSetUpForm Form, bool IsFixed)
{
    public required TextFigures Figures { get; init; }

    /// <summary>What the texts have cost so far, in minor units.</summary>
    public long Cost { get; init; }

    public int Alerts { get; init; }
}
