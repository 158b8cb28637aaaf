using PB.Grants.Applications;
using PB.Grants.Awards;
using PB.Grants.Meetings;

namespace PB.Tests.Grants.Walk;

// What people might try in the meeting, and with what came out of it.
public sealed partial class RandomCallTests
{
    const string Leaders = "Ade Ade Bo";

    Attempt Meeting(Sight sight)
    {
        var meeting = sight.Meeting!;
        var (room, name) = ($"/meetings/{meeting.Id}", One(Members.Split(' ')));
        if (meeting.SuspendedAt is not null && dice.In(70))
            return dice.In(60) ? Everybody(room) : new("Yara Yusuf", $"{room}/suspension/end");
        if (dice.In(75)) return Led(sight, room, meeting.AtHand ?? One(meeting.Items));
        return dice.Below(10) switch
        {
            7 => new("Yara Yusuf", $"{room}/suspension"),
            8 => new("Yara Yusuf", $"{room}/suspension/end"),
            0 => new("Yara Yusuf", $"{room}/attendance/end", ("person", $"{People[name].Id}")),
            1 or 2 => new("Yara Yusuf", $"{room}/attendance", ("people", $"{People[name].Id}"), ("people", $"{People["Zed"].Id}")),
            3 => new(name, $"{CallPath}/reading/{One(sight.Applications).Ref ?? "YF27-0000"}/interest", ("Level", dice.In(20) ? "Conflict" : "Know"), ("Reason", "Family")),
            4 => new(name, $"{room}/items/{One(meeting.Items).Id}/pulling-out"),
            5 => new("Yara", $"{room}/items/{One(meeting.Items).Id}/advice", ("advice", "Think of the winter.")),
            6 => new(name, One([room, $"{room}/minutes", $"{room}/screen"])) { IsLook = true },
            _ => Anything(sight),
        };
    }

    Attempt Led(Sight sight, string room, Item item)
    {
        if (sight.OpenVote is { } vote)
            return dice.In(75) ? Cast(room, vote) : new(Leaders, $"{room}/votes/{vote.Id}", ("Yes", "0"));
        if (sight.Meeting!.AtHand is null)
            return dice.In(85) ? new(Leaders, $"{room}/items/{item.Id}", ("move", "Begin")) : new(Leaders, $"{room}/votes", ("item", $"{item.Id}"), ("stage", "FundAll"));
        if (item.RoomClearedAt is null)
            return new(Leaders, $"{room}/items/{item.Id}", ("move", "ClearRoom"));
        return dice.Below(10) switch
        {
            0 or 1 or 2 => new(Leaders, $"{room}/items/{item.Id}/decision", ("Reason", "So the votes say.")),
            3 => new(Leaders, $"{room}/items/{item.Id}/lines", ("approved[1]", $"{dice.Below(900)}"), ("approved[2]", "0"), ("Yes", $"{dice.Below(8)}"), ("No", $"{dice.Below(2)}")),
            4 => dice.In(20) ? new(Leaders, $"{room}/items/{item.Id}", ("move", "Defer")) : new("Ade", $"{room}/items/{item.Id}", ("move", "HandOver")),
            var stage => new(Leaders, $"{room}/votes", ("item", $"{item.Id}"), ("stage", stage < 7 ? "Fund" : stage is 7 ? "FundAgain" : stage is 8 ? "Amount" : "OfferAnyway")),
        };
    }

    Attempt Cast(string room, Vote vote)
    {
        var choice = dice.In(75) ? "Yes" : dice.In(70) ? "No" : "Abstain";
        return new(One(Members.Split(' ')), $"{room}/votes/{vote.Id}/casts", vote.Stage is VoteStage.Amount ? ("amount", $"{50 + dice.Below(100) * 10}") : ("choice", choice));
    }

    Attempt Releasing(Sight sight)
    {
        var line = $"{CallPath}/panel-decisions/{One(sight.Applications).Ref ?? "YF27-0000"}";
        return dice.Below(9) switch
        {
            0 or 1 => new("Alan", $"{line}/signature"),
            2 => new("Alan", $"{line}/referral", ("Ground", "NoMoney"), ("Text", "Look again."), ("Amount", "1")),
            3 => new("Alan", $"{line}/referral/end"),
            4 => new("Alan", $"{line}/refusal", ("Ground", "Unlawful"), ("Because", "It is against the law.")),
            5 => new("Ade Yara", $"{line.Replace("panel-decisions", "release", StringComparison.Ordinal)}/agreement", ("because", "They wait long enough.")),
            6 => new("Yara", $"{CallPath}/release"),
            7 => new("Ade Yara Ade Yara Cas Alan", $"{line}/correction", ("Because", "It was another sum.")),
            _ => Anything(sight),
        };
    }

    /// <summary>Both say yes to what is still on offer.</summary>
    async Task FinishAwardingAsync()
    {
        var sight = await SeeAsync();
        foreach (var award in sight.Awards.Where(one => one is { SignedAt: not null, AcceptedAt: null }))
            foreach (var name in sight.Applications.Where(one => one.Id == award.ApplicationId).SelectMany(own => (string[])[Lead(own), NameOf(own.AdultId)]))
                await DoAsync(name, new(name, $"{FundPath}/awards/{award.Ref}/answer", ("isYes", "true"), ("withLess", "true")));
        await CheckAsync();
    }

    Attempt Awarding(Sight sight)
    {
        // More is tried with what there is than with what nobody decided on.
        var own = sight.Awards.Count > 0 && dice.In(60) ? ApplicationOf(sight, One(sight.Awards)) : One(sight.Applications);
        if (sight.Awards.LastOrDefault(one => one.ApplicationId == own.Id) is not { } award || dice.In(5))
            return new("Yara Yusuf", $"{FundPath}/applications/{own.Ref ?? "YF27-0000"}/offer", Parts(dice.In(50)));
        if (dice.In(12)) return dice.In(50) ? Anything(sight) : new("Ada", null);
        return award.SignedAt is null || award.AcceptedAt is null ? Offering(own, award) : Running(sight, own, award);
    }

    static Application ApplicationOf(Sight sight, Award award) => sight.Applications.Single(one => one.Id == award.ApplicationId);

    static (string, string?)[] Parts(bool inTwo) => inTwo
        ? [("Parts[0].Percent", "50"), ("Parts[0].DueOn", "2027-05-01"), ("Parts[1].Percent", "50"), ("Parts[1].DueOn", "2027-06-01")]
        : [("Parts[0].Percent", "100"), ("Parts[0].DueOn", "2027-05-01")];

    Attempt Offering(Application own, Award award)
    {
        var path = $"{FundPath}/awards/{award.Ref}";
        if (award.SignedAt is null) return new("Alan", $"{path}/signature");
        return dice.In(8) ? new("Alan", $"{path}/signature/extension")
            : new($"{Lead(own)} {NameOf(own.AdultId)}", $"{path}/answer", ("isYes", dice.In(92) ? "true" : "false"), ("withLess", dice.In(80) ? "true" : "false"));
    }

    Attempt Running(Sight sight, Application own, Award award)
    {
        var (path, part) = ($"{FundPath}/awards/{award.Ref}", 1 + dice.Below(2));
        var adult = NameOf(own.AdultId);
        return dice.Below(16) switch
        {
            14 => dice.In(75) ? new($"{Lead(own)} Yara", $"{path}/handover", ("AdultEmail", People[One(["Sue", "Tom", "Yara"])].Email), ("Because", "The adult has left."))
                : new("Alan", $"{path}/handover", ("AdultEmail", People["Tom"].Email), ("Because", "The club has closed.")),
            15 => dice.In(50) ? Taking(path) : new(One(Members.Split(' ')), $"{path}/handover/{sight.Handovers.GetValueOrDefault(award.Id)}", ("isYes", dice.In(85) ? "true" : "false")),
            0 => new(adult, $"{path}/account/new", ("Name", "The Trust"), ("SortCode", "200000"), ("Number", $"{10_000_000 + dice.Below(90_000_000)}")),
            1 => new("Finn Faye Gwen", $"{path}/account", ("note", "Rang them: it is theirs.")),
            2 => new("Finn Faye", $"{path}/account") { IsLook = true },
            3 or 4 or 5 => new("Yara Gwen Finn Gwen Faye Alan", $"{path}/instalments/{part}"),
            6 => new("Finn", $"{FundPath}/payments/batches"),
            7 or 8 => new("Finn", $"{FundPath}/payments/arrivals") { File = Arrivals(sight) },
            9 => new($"{Lead(own)} {adult}", $"{path}/report/receipts", ("What", "Things"), ("Cost", $"{1 + dice.Below(400)}")),
            10 => new(Lead(own), $"{path}/report", ("Story", "It was good."), ("YoungPeople", "12")),
            11 => new("Yara", $"{path}/report/word", ("Accepts", "true")),
            12 => Back(sight, award, path),
            _ => dice.In(70) ? new("Yara", $"{path}/ending", ("ending", "Completed")) : new("Alan", $"{path}/ending", ("ending", "Terminated"), ("reason", "The club has closed.")),
        };
    }

    static Attempt Taking(string path) => new("Tom Sue", $"{path}/handover/signing", ("IsAdult", "true"), ("Name", "Tom’s Harbour"), ("Kind", "Charity"));

    Attempt Back(Sight sight, Award award, string path)
    {
        if (sight.MoneyBacks.FirstOrDefault(one => one.AwardId == award.Id && one.IsOpen) is not { } back) return new("Yara", $"{path}/report/word", ("Accepts", "true"));
        return dice.In(60)
            ? new("Finn", $"{path}/money-back/{back.Id}", ("sum", Tally.Money.Zero + back.Due is { MinorUnits: var pence } ? $"{pence / 100m:0.00}" : ""), ("on", "2027-04-01"))
            : new("Alan", $"{path}/money-back/{back.Id}/waiver", ("why", "They cannot."));
    }

    /// <summary>The bank's file about all that was sent: some arrived, some failed, one has another sum.</summary>
    string Arrivals(Sight sight)
    {
        var refs = sight.Awards.ToDictionary(award => award.Id, award => award.Ref);
        var lines = sight.Payments.Where(payment => payment.BatchId is not null && payment.PaidOn is null && payment.FailedAt is null).Select(payment =>
            $"{refs[payment.AwardId]}-P{payment.Number},{(payment.Amount.MinorUnits + (dice.In(10) ? 100 : 0)) / 100m:0.00},2027-04-20,B1,{(dice.In(15) ? "Account closed" : "")}");
        return $"reference,amount,paid_on,bank_reference,failed_because\n{string.Join('\n', lines)}\n";
    }
}
