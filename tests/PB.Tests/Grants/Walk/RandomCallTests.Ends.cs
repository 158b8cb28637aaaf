using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PB.Grants.Applications;

namespace PB.Tests.Grants.Walk;

// What those do whose task it is, so that the walk comes on: it ends each part of the call as the rules want it.
public sealed partial class RandomCallTests
{
    int accountsRead;

    Task DoAsync(string name, Attempt attempt) => TryAsync(attempt, name);

    Task<Sight> SeeAsync() => WithDbAsync(db => Sight.ReadAsync(db, call.Id));

    /// <summary>Lea, Max and Noa have one each that is in, whatever else there is.</summary>
    async Task FinishWritingAsync()
    {
        foreach (var name in (string[])["Lea", "Max", "Noa"])
        {
            await DoAsync(name, new(name, $"{CallPath}/applications/new", ("TwoOfUs", "true"), ("LocalGroup", "true"), ("HasAdult", "true")));
            var own = (await SeeAsync()).Applications.Last(one => one.LeadId == People[name].Id);
            await DoAsync(name, Words(own));
            await DoAsync(name, Budget(own));
            await DoAsync(name, Send(own, "Sue"));
            var sent = (await SeeAsync()).Applications.Single(one => one.Id == own.Id);
            await DoAsync("Sue", Sign(sent, sent.Version));
        }
    }

    async Task FinishCheckingAsync()
    {
        await ComeBackAsync();
        var sight = await SeeAsync();
        foreach (var own in sight.Applications.Where(one => one.EnteredAt is not null && one.FoundEligibleAt is null && one.WithdrawnAt is null))
        {
            var path = $"{CallPath}/checks/{own.Ref}";
            await DoAsync("Yara", new("Yara", path, ("Step", "Answer"), ("RuleId", $"{sight.Rule}"), ("Result", "Pass")));
            await DoAsync("Yara", own.CosignedAt is null ? new("Yara", path, ("Step", "DoesNotFit"), ("Note", "Nobody signed it.")) : new("Yara", path, ("Step", "Fits")));
        }

        foreach (var own in sight.Applications.Where(one => one.CosignedAt is not null))
            await DoAsync("Finn", new("Finn", $"{CallPath}/organisations/{own.Ref}", ("Stops", "false")));
        await DoAsync("Yara", new("Yara", $"{CallPath}/interest-opening"));
        await DeclareRestAsync();
        await DoAsync("Yara", new("Yara", $"{CallPath}/marking-opening"));
        Assert.True(await WithDbAsync(db => db.Calls.AnyAsync(one => one.MarkingOpenedAt != null)), Told("The panel cannot read"));
    }

    /// <summary>Nobody takes a break any more, and the call goes on.</summary>
    async Task ComeBackAsync()
    {
        foreach (var seat in (await SeeAsync()).Seats)
            await DoAsync("Yara", new("Yara", $"{PanelPath}/members/{seat}", ("step", "Back")));
        await DoAsync("Ada", new("Ada", null));
    }

    Attempt Everybody(string room) => new("Yara Yusuf", $"{room}/attendance", [.. $"{Members} Yara Yusuf".Split(' ').Select(name => ("people", (string?)$"{People[name].Id}"))]);

    /// <summary>Whoever said nothing yet has nothing to do with it.</summary>
    async Task DeclareRestAsync()
    {
        foreach (var own in (await SeeAsync()).Applications.Where(one => one.FoundEligibleAt is not null))
            foreach (var name in Members.Split(' '))
                if (!await WithDbAsync(db => db.ConflictDeclarations.AnyAsync(one => one.ApplicationId == own.Id && one.PersonId == People[name].Id)))
                    await TryAsync(new(name, $"{CallPath}/reading/{own.Ref}/interest", ("Level", "None")), name);
    }

    /// <summary>All have said who they are too close to; chair and coordinator say why they meet where few have marked; then the panel meets.</summary>
    async Task FinishMarkingAsync()
    {
        await ComeBackAsync();
        await DeclareRestAsync();
        await MoveToAsync(await WithDbAsync(db => db.Calls.Select(one => one.Dates.MeetingOn!.Value).SingleAsync()));
        foreach (var own in (await SeeAsync()).Applications.Where(one => one.Ref is not null))
            foreach (var name in (string[])["Ade", "Bo", "Yara", "Yusuf"])
                await TryAsync(new(name, $"{CallPath}/meetings/anyway/{own.Ref}", ("because", "We had no time.")), name);
        await DoAsync("Yara", new("Yara", $"{CallPath}/meetings/new", ("StartsAt", "2027-04-11T18:00"), ("Place", "Town hall")));
        var room = $"/meetings/{(await SeeAsync()).Meeting!.Id}";
        await DoAsync("Yara", Everybody(room));
        await DoAsync("Yara", new("Yara", $"{room}/opening"));
        Assert.True((await SeeAsync()).Meeting!.IsOpen, Told("The meeting did not open"));
    }

    /// <summary>All come back, and what is left is asked, voted on by everybody, and said.</summary>
    async Task FinishMeetingAsync()
    {
        var room = $"/meetings/{(await SeeAsync()).Meeting!.Id}";
        await ComeBackAsync();
        await DoAsync("Yara", Everybody(room));
        await DoAsync("Yara", new("Yara", $"{room}/suspension/end"));
        for (var turn = 0; turn < 40 && (await SeeAsync()) is { } sight && sight.Meeting!.Items.Any(item => item.IsOpen); turn++)
        {
            await MoveToAsync(Clock.GetUtcNow().AddSeconds(30));
            if (sight.OpenVote is { } vote)
                await VoteAsync(room, vote);
            else
                await GoOnAsync(room, sight);
        }

        await DoAsync("Yara", new("Yara", $"{room}/opening/end"));
        await CheckAsync();
    }

    async Task VoteAsync(string room, PB.Grants.Meetings.Vote vote)
    {
        foreach (var name in Members.Split(' '))
            await TryAsync(new(name, $"{room}/votes/{vote.Id}/casts", vote.Stage is PB.Grants.Meetings.VoteStage.Amount ? ("amount", "600") : ("choice", "Yes")), name);
        foreach (var leader in (string[])["Ade", "Bo"])
            await DoAsync(leader, new(leader, $"{room}/votes/{vote.Id}"));
    }

    async Task GoOnAsync(string room, Sight sight)
    {
        var item = sight.Meeting!.AtHand ?? sight.Meeting.Items.First(one => one.IsOpen);
        Attempt[] steps = sight.Meeting.AtHand is null ? [new("", $"{room}/items/{item.Id}", ("move", "Begin")), new("", $"{room}/items/{item.Id}", ("move", "ClearRoom"))]
            : item.RoomClearedAt is null ? [new("", $"{room}/items/{item.Id}", ("move", "ClearRoom"))]
            : [.. ((string[])["Fund", "FundAgain", "Amount", "OfferAnyway"]).Select(stage => new Attempt("", $"{room}/votes", ("item", $"{item.Id}"), ("stage", stage))), new("", $"{room}/items/{item.Id}/decision", ("Reason", "So the votes say."))];
        foreach (var step in steps)
            foreach (var leader in (string[])["Ade", "Bo"])
                await DoAsync(leader, step);
    }

    /// <summary>The officer signs what can be signed; chair and coordinator leave the rest out; everybody is told. And there is money again.</summary>
    async Task FinishReleasingAsync()
    {
        await MoveToAsync(Clock.GetUtcNow().AddDays(10));
        foreach (var own in (await SeeAsync()).Applications.Where(one => one.Ref is not null))
        {
            var line = $"{CallPath}/panel-decisions/{own.Ref}";
            await DoAsync("Alan", new("Alan", $"{line}/referral/end"));
            await DoAsync("Alan", new("Alan", $"{line}/signature"));
            foreach (var name in (string[])["Ade", "Bo", "Yara", "Yusuf"])
                await DoAsync(name, new(name, $"{CallPath}/release/{own.Ref}/agreement", ("because", "They wait long enough.")));
        }

        await DoAsync("Yara", new("Yara", $"{CallPath}/release"));
        Assert.True(await WithDbAsync(db => db.Calls.AnyAsync(one => one.PublishedAt != null)), Told("Nobody was told"));
        await DoAsync("Finn", new("Finn", $"{FundPath}/pots/{Pot.Id}/entries", ("Kind", "Allocate"), ("Amount", "3000"), ("Reason", "More.")));
    }

    /// <summary>I11: only finance officers read an account, and each reading is written down. I17: nobody finds on a page what they have a conflict in.</summary>
    async Task WatchAsync(string name, string path, string page)
    {
        if (path.EndsWith("/account", StringComparison.Ordinal))
        {
            Assert.True(name is "Finn" or "Faye" or "Gwen", Told($"I11: {name} has read an account"));
            var read = Interlocked.Increment(ref accountsRead);
            Assert.True(await WithDbAsync(db => db.Journal.CountAsync(line => line.Act == "Read bank details")) >= read, Told("I11: a reading is not in the journal"));
        }

        var (me, now) = (People[name].Id, Clock.GetUtcNow());
        var hidden = await WithDbAsync(db => db.Applications.Where(own => own.LeadId != me && own.AdultId != me
            && db.ConflictDeclarations.Any(said => said.ApplicationId == own.Id && said.PersonId == me && said.Level == ConflictLevel.Conflict && said.At < now)).Select(own => own.Title).ToListAsync());
        Assert.True(hidden.TrueForAll(title => title.Length == 0 || !page.Contains(title, StringComparison.Ordinal)), Told($"I17: {name} finds a trace of {string.Join(", ", hidden)} at {path}"));
    }

    /// <summary>I18: what is open data is what was accepted.</summary>
    async Task CompareOpenDataAsync()
    {
        var accepted = await AskOwnerAsync<long>("select coalesce(sum(amount), 0)::bigint from grants.awards where lead_accepted_at is not null and adult_accepted_at is not null");
        Assert.True(accepted > 0, Told("Nothing was accepted"));
        using var open = JsonDocument.Parse(await Visitor().Client.GetStringAsync(new Uri($"{FundPath}/open-data/360giving.json", UriKind.Relative)));
        Assert.Equal(accepted, open.RootElement.GetProperty("grants").EnumerateArray().Sum(grant => (long)(grant.GetProperty("amountAwarded").GetDecimal() * 100)));
    }
}
