using PB.Grants.Applications;

namespace PB.Tests.Grants.Walk;

// What people might try, until the panel meets.
public sealed partial class RandomCallTests
{
    const string Members = "Ade Bo Cas Dee Eli Fay Gus Hana";

    T One<T>(IReadOnlyList<T> all) => all[dice.Below(all.Count)];

    Attempt Writing(Sight sight)
    {
        if (sight.Applications.Count == 0 || sight.Applications.Count < 5 && dice.In(20))
            return new("Lea Max Noa", $"{CallPath}/applications/new", ("TwoOfUs", "true"), ("LocalGroup", "true"), ("HasAdult", "true"));
        if (dice.In(8)) return Anything(sight);
        var own = One(sight.Applications);
        return dice.In(70) ? Next(own) : dice.Below(5) switch
        {
            0 => Words(own),
            1 => Budget(own),
            2 => Send(own, One(["Sue", "Tom", "Yara"])),
            3 => Sign(own, own.Version - 1),
            _ => dice.In(15) ? new(Lead(own), $"/applications/{own.Id}/withdrawal") : new(Lead(own), $"/applications/{own.Id}/help"),
        };
    }

    string Lead(Application own) => NameOf(own.LeadId);

    string NameOf(Guid? person) => People.FirstOrDefault(one => one.Value.Id == person).Key ?? "Sue";

    string Adult(Application own) => own.AdultEmail.StartsWith("tom", StringComparison.Ordinal) ? "Tom" : "Sue";

    Attempt Next(Application own) =>
        own.Title.Length == 0 ? Words(own)
        : own.Lines.Count == 0 ? Budget(own)
        : own.SubmittedAt is null ? Send(own, One(["Sue", "Tom"]))
        : Sign(own, own.Version);

    Attempt Words(Application own) => new(Lead(own), $"/applications/{own.Id}/words",
        ("Title", $"Plan {own.Id.ToString()[^4..]}"), ("Summary", "We do it together."), ("GroupName", "The group"), ("TeamSize", "3"), ("Need", "There is nothing here."), ("YoungLed", "We run it."), ("Plan", "Step by step."), ("AgeBands", "13-15"));

    Attempt Budget(Application own)
    {
        var (one, other) = (50 + dice.Below(9) * 100, 20 + dice.Below(5) * 150);
        return new(Lead(own), $"/applications/{own.Id}/budget", ("Rows[0].Description", "Things"), ("Rows[0].Quantity", "1"), ("Rows[0].Price", $"{one}"),
            ("Rows[1].Description", "More"), ("Rows[1].Quantity", "1"), ("Rows[1].Price", $"{other}"), ("Requested", $"{one + other}"), ("Viable", $"{one}"));
    }

    Attempt Send(Application own, string adult) => new(Lead(own), $"/applications/{own.Id}/sending", ("AdultEmail", People[adult].Email));

    Attempt Sign(Application own, int version) => new(Adult(own), $"/applications/{own.Id}/signing/{version}",
        ("Name", $"{Adult(own)}’s Trust"), ("Kind", "Charity"), ("SafeguardingPolicy", "On our site"), ("IsAdult", "true"));

    Attempt Checking(Sight sight)
    {
        var own = One(sight.Applications);
        var path = $"{CallPath}/checks/{own.Ref ?? "YF27-0000"}";
        return dice.Below(10) switch
        {
            9 => new("Yara Yusuf", $"{path}/links", ("Other", One(sight.Applications).Ref), ("Because", "They are for one event.")),
            0 or 1 or 2 => new("Yara Yusuf", path, ("Step", "Answer"), ("RuleId", $"{sight.Rule}"), ("Result", "Pass")),
            3 or 4 => new("Yara Yusuf", path, ("Step", "Fits")),
            5 => new("Yara Yusuf", path, ("Step", "SetAside"), ("RuleId", $"{sight.Rule}"), ("Note", "It is for them.")),
            6 => new("Yara", dice.In(50) ? $"{CallPath}/interest-opening" : $"{CallPath}/marking-opening"),
            7 => Sign(own, own.Version),
            _ => Anything(sight),
        };
    }

    Attempt Marking(Sight sight)
    {
        var (own, name) = (One(sight.Applications), One(Members.Split(' ')));
        var (card, interest) = ($"{CallPath}/marking/{own.Ref ?? "YF27-0000"}", $"{CallPath}/reading/{own.Ref ?? "YF27-0000"}/interest");
        return dice.Below(10) switch
        {
            0 or 1 or 2 => new(name, interest, ("Level", dice.In(70) ? "None" : "Know")),
            3 => dice.In(40) ? new(name, interest, ("Level", "Conflict"), ("Reason", "Friend")) : new(name, $"{card}/taking-back"),
            4 or 5 or 6 => new(name, $"{card}/{1 + dice.Below(4)}", ("Value", One(["0", "1", "2", "3", "4", "5", "?"]))),
            7 => new(name, card, ("Comment", "Good."), ("Note", "")),
            8 => new(name, One([$"{CallPath}/reading", $"{CallPath}/marking", $"{CallPath}/marks"])) { IsLook = true },
            _ => Anything(sight),
        };
    }

    /// <summary>One of two groups with plans for one event would like to join the other, or says that they can.</summary>
    Attempt Joining(Sight sight, PlanLink link)
    {
        var id = dice.In(50) ? link.FirstId : link.SecondId;
        var own = sight.Applications.Single(one => one.Id == id);
        return new(Lead(own), $"/applications/{own.Id}/joining/{link.Id}{(dice.In(50) ? "/yes" : "")}");
    }

    /// <summary>What can be tried at any time: the ledger, threads and what is said in them, a break from the panel; with too many on a break the call waits.</summary>
    Attempt Anything(Sight sight) => dice.Below(14) switch
    {
        11 => new("Yara Yusuf", $"{PanelPath}/removals/new", ("Member", $"{sight.Hana}"), ("Because", "She told others what we had marked.")),
        12 when sight.Removals.Count > 0 => new(One(Members.Split(' ')), $"{PanelPath}/removals/{One(sight.Removals)}", ("isYes", dice.In(60) ? "true" : "false")),
        13 when sight.Links.Count > 0 => Joining(sight, One(sight.Links)),
        8 or 9 => new("Yara Yusuf Dana", $"{PanelPath}/members/{One(sight.Seats)}", ("step", dice.In(60) ? "Break" : "Back")),
        10 => new("Ada", null),
        0 or 1 => new("Finn Faye", $"{FundPath}/pots/{Pot.Id}/entries", ("Kind", One(["Allocate", "AdjustDown", "Reserve", "CarryOut"])), ("Amount", $"{1 + dice.Below(300)}"), ("Reason", "So it was.")),
        2 => new("Yara Dana", $"{FundPath}/threads/new", ("Subject", "Travel"), ("Members", $"{People[One(["Cas", "Yusuf", "Dana"])].Id}"), ("Members", $"{People["Bo"].Id}")),
        3 when sight.Waiting.Count > 0 => new("Yara Yusuf Dana", $"{FundPath}/moderation/{One(sight.Waiting)}", ("letOut", "true")),
        4 => new(One(Members.Split(' ')), $"{PanelPath}/my-place", []),
        5 => new("Ade", $"{CallPath}/criteria/edit", ("Lines[0].Name", "Mine"), ("Lines[0].Weight", "100")),
        6 => new("Zed", $"{CallPath}/criteria/votes", ("choice", "For")),
        _ => new("Finn", $"{FundPath}/people", ("Email", People["Zed"].Email), ("Role", "FinanceOfficer")),
    };
}
