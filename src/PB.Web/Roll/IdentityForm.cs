using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PB.Data;
using PB.Roll;
using PB.Rounds;

namespace PB.Web.Roll;

/// <summary>Who somebody is: hashed as soon as it is read.</summary>
public class IdentityForm
{
    // Where a question stands on the page among those of forms that ask for more: what is not told comes first.
    protected const int BeforeArea = 11_000, AtArea = 12_000, AfterArea = 13_000;

    [Display(Name = "First and last name")]
    [StringLength(100, ErrorMessage = "The name can have up to 100 characters")]
    public string? Name { get; set; }

    [Display(Name = "Date of birth")]
    public string? BornOn { get; set; }

    [Display(Name = "Postcode")]
    public string? Postcode { get; set; }

    [StringLength(40, ErrorMessage = "The number can have up to 40 characters")]
    public string? Number { get; set; }

    [Display(Order = AtArea)]
    public Guid? Area { get; set; }

    public string? Then { get; set; }

    internal Round Round { get; set; } = null!;

    /// <summary>What there is to choose from, where the postcode lies in several neighbourhoods of the round.</summary>
    internal IReadOnlyDictionary<Guid, string> Areas { get; private set; } = new Dictionary<Guid, string>();

    internal async Task OfferAreasAsync(PbContext db, CancellationToken cancel)
    {
        if (PB.Neighbourhoods.Postcode.TryParse(Postcode, out var postcode) && await db.AreasAsync(Round, postcode, cancel) is { Count: > 1 } areas)
            Areas = await db.Neighbourhoods.Where(n => areas.Contains(n.Id)).OrderBy(n => n.Name).ToDictionaryAsync(n => n.Id, n => n.Name, cancel);
    }

    /// <returns>Null when something is wrong; what, is added to the state of the form.</returns>
    internal Identity? Read(ModelStateDictionary state)
    {
        if (Name is null || !Name.Any(char.IsLetter))
            state.AddModelError(nameof(Name), "Enter the first and last name");
        if (!RegisterFile.TryReadDay(BornOn, out var bornOn))
            state.AddModelError(nameof(BornOn), "Enter the date of birth, like 27 3 1990");
        if (!PB.Neighbourhoods.Postcode.TryParse(Postcode, out var postcode))
            state.AddModelError(nameof(Postcode), "Enter the whole postcode, like MB1 1AA");
        return state.IsValid ? new Identity(Name!, bornOn, postcode, Number) : null;
    }
}
