using System.Globalization;
using PB.Grants.Calls;
using PB.Grants.Funds;
using PB.Rounds;

namespace PB.Grants.Panels;

/// <summary>Reckons with days of birth, which lie sealed.</summary>
public sealed class PanelAges(GrantKeys keys)
{
    const string Zone = "Europe/London", Form = "yyyy-MM-dd";

    public byte[] Seal(DateOnly bornOn) => keys.Seal(bornOn.ToString(Form, CultureInfo.InvariantCulture));

    public DateOnly BornOn(PanelMember member) => DateOnly.ParseExact(keys.Open(member.BornOn), Form, CultureInfo.InvariantCulture);

    /// <param name="calls">The calls of the member's panel.</param>
    public MemberAge Of(PanelMember member, Fund fund, IEnumerable<Call> calls, DateTimeOffset now)
    {
        var bornOn = BornOn(member);
        var years = AgeOn(DayOf(now), bornOn);
        return new MemberAge(years, years < fund.Ages.ParentConsentUnder, LastDay(bornOn, member.AgeExtension.Length > 0 ? fund.Ages.ExtendedMax : fund.Ages.Max, calls) < DayOf(now));
    }

    public static int AgeOn(DateOnly day, DateOnly bornOn) => day.Year - bornOn.Year - (day < bornOn.AddYears(day.Year - bornOn.Year) ? 1 : 0);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(LocalTime.ToLocal(moment, Zone));

    // Whoever grows too old while a call is under way stays until its end.
    static DateOnly LastDay(DateOnly bornOn, int max, IEnumerable<Call> calls)
    {
        var birthday = bornOn.AddYears(max + 1);
        var ends = from call in calls
                   where call is { CancelledAt: null, AnnouncedAt: { } announced, Dates.PublishesAt: { } end }
                       && DayOf(announced) < birthday && birthday <= DayOf(end)
                   select DayOf(call.Dates.PublishesAt!.Value);
        return ends.Append(birthday.AddDays(-1)).Max();
    }
}

/// <param name="Years">How old the member is today.</param>
/// <param name="NeedsParent">Whether a parent says yes too.</param>
/// <param name="IsPast">Whether they are too old and the last call of their time is over.</param>
public sealed record MemberAge(int Years, bool NeedsParent, bool IsPast)
{
    /// <summary>As others may see it.</summary>
    public string Band => Years switch { < 13 => "11–12", < 16 => "13–15", < 20 => "16–19", _ => "20–25" };
}
