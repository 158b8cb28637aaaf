using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PB.Grants.Meetings;
using PB.Web.Proposals;

namespace PB.Web.Grants.Meetings;

/// <summary>The slips of those who vote on paper: two adults enter all of them, each on their own device.</summary>
[Authorize, Route("meetings/{id:guid}/votes/{vote:guid}/slips")]
public sealed class SlipController(MeetingTools tools, SlipDesk desk, DeskBook book) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, Guid vote, SlipForm form, CancellationToken cancel)
    {
        var (visit, refusal) = await tools.OpenAsync(this, id, MeetingAct.KeepAttendance, cancel);
        if (refusal is not null) return refusal;
        if (visit!.OpenVote is not { } open || open.Id != vote) return tools.Back(this, visit, MeetingRefusal.PageIsOld);
        if (Read(form, open.Stage) is not { } slips)
            return await AgainAsync(visit, form, tools.Text["Write one amount in figures on each line, such as 1,500, or “none”."], cancel);
        var (cast, why) = await desk.EnterAsync(vote, visit.PersonId, slips, cancel);
        if (why is MeetingRefusal.WrongNumberOfSlips)
            return await AgainAsync(visit, form, tools.Text.Of(why.Value), cancel);
        if (why is null)
            TempData["Notice"] = (cast ? tools.Text["The slips are in."] : tools.Text["Kept. Now a second adult counts the slips and enters them too."]).Value;
        return tools.Back(this, visit, why);
    }

    // Who mistyped one amount of many does not type all of them once more.
    async Task<IActionResult> AgainAsync(MeetingVisit visit, SlipForm form, string problem, CancellationToken cancel) =>
        View("/Grants/Meetings/Meeting/Show.cshtml", await book.AgainAsync(this, visit, problem, cancel) with { TypedSlips = form });

    List<string>? Read(SlipForm form, VoteStage stage)
    {
        if (stage is not VoteStage.Amount)
            return [.. Enumerable.Repeat("Yes", Few(form.Yes)), .. Enumerable.Repeat("No", Few(form.No)), .. Enumerable.Repeat("Abstain", Few(form.Abstain))];
        var slips = new List<string>();
        foreach (var line in Typed.Lines(form.Amounts).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.Equals("none", StringComparison.OrdinalIgnoreCase))
                slips.Add("None");
            else if (tools.Text.WhyNoSum(line, "GBP", out var named) is null && named.MinorUnits is >= 0 and < 10_000_000_000)
                slips.Add(named.MinorUnits.ToString(CultureInfo.InvariantCulture));
            else
                return null;
        return slips;
    }

    static int Few(int slips) => Math.Clamp(slips, 0, 100);
}

public sealed class SlipForm
{
    public int Yes { get; set; }

    public int No { get; set; }

    public int Abstain { get; set; }

    /// <summary>One on each line.</summary>
    public string? Amounts { get; set; }

    internal int Of(string choice) => choice switch { nameof(Yes) => Yes, nameof(No) => No, _ => Abstain };
}
