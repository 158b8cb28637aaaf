using PB.Grants.Marking;
using PB.Tally;

namespace PB.Web.Grants.Marking;

public sealed record MarkingPage(CallVisit Visit, IReadOnlyList<ToDeclareLine> ToDeclare, IReadOnlyList<PileLine> Pile)
{
    public int Done => Pile.Count(line => line.Card?.HandedInAt is not null);
}

public sealed record ToDeclareLine(string Reference, string Title);

public sealed record PileLine(string Reference, string Title, Money Requested, Card? Card);
