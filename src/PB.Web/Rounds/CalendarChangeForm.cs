using System.ComponentModel.DataAnnotations;
using PB.Rounds;
using PB.Web.Rounds.Setup;

namespace PB.Web.Rounds;

public sealed class CalendarChangeForm
{
    public DatesForm Dates { get; set; } = new();

    [Required(ErrorMessage = "Write why the dates change: everybody can read it")]
    [StringLength(1000, ErrorMessage = "The reason can have up to 1,000 characters")]
    public string? Reason { get; set; }

    internal static CalendarChangeForm Of(Round round) => new() { Dates = DatesForm.Of(round.Calendar, round.TimeZone) };
}
