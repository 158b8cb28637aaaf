using PB.Data;
using PB.Grants.Funds;
using PB.People;
using PB.Tally;

namespace PB.Web.Demonstration;

/// <summary>The pots of the demonstration's youth fund, and the council's money in them.</summary>
sealed class DemonstratePots(PbContext db, Dictionary<string, Person> people, DateTimeOffset now)
{
    public List<FundPot> Make(Fund fund)
    {
        var east = new FundPot(fund.Id, "For the east", FundPotKind.General, 1, At(-190));
        east.KeepFor(new PotRestriction { Areas = ["East Marlbridge"] });
        var things = new FundPot(fund.Id, "For things that last", FundPotKind.Capital, 2, At(-190));
        var all = new FundPot(fund.Id, "For everybody", FundPotKind.General, 3, At(-190));
        List<FundPot> pots = [east, things, all];
        db.AddRange(pots);
        db.AddRange(pots.Zip([1500_00L, 1000_00L, 4500_00L], (pot, pence) =>
            new PotEntry(pot.Id, PotEntryKind.Allocate, new Money(pence), new EntryReason("From the council’s budget for young people", people["Finn Ito"].Id), At(-180))));
        db.Add(new PotEntry(all.Id, PotEntryKind.Reserve, new Money(350_00), new EntryReason("Five in a hundred, for the unforeseen", people["Finn Ito"].Id), At(-179)));
        return pots;
    }

    /// <summary>The pot that pupils decide on, and nobody else.</summary>
    public FundPot MakeForPupils(Fund fund)
    {
        var pot = new FundPot(fund.Id, "For what pupils choose", FundPotKind.General, 4, At(-190));
        db.AddRange(pot, new PotEntry(pot.Id, PotEntryKind.Allocate, new Money(1200_00), new EntryReason("From the council’s budget for young people", people["Finn Ito"].Id), At(-180)));
        return pot;
    }

    DateTimeOffset At(int days) => DemonstrateClock.At(now, days, 17);
}
