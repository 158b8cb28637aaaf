using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PB.Neighbourhoods;
using PB.Roll;

namespace PB.Web.Roll;

public sealed class AddressForm : IValidatableObject
{
    [Display(Name = "Your postcode")]
    public string? Postcode { get; set; }

    [Display(Name = "Your age in years")]
    public string? Age { get; set; }

    [Display(Name = "I live at this address")]
    public bool LivesHere { get; set; }

    public string? Then { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PB.Neighbourhoods.Postcode.TryParse(Postcode, out _))
            yield return new("Enter your whole postcode, like MB1 1AA", [nameof(Postcode)]);
        if (Years is not { } years)
            yield return new("Enter your age in whole years, like 34", [nameof(Age)]);
        else if (years is < Declarations.YoungestAge or > Declarations.OldestAge)
            yield return new("Enter an age from 5 to 120", [nameof(Age)]);
        if (!LivesHere)
            yield return new("Tick the box if you live at this address. If you do not, enter the postcode of the place where you live", [nameof(LivesHere)]);
    }

    int? Years => int.TryParse(Age?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : null;

    public (Postcode Postcode, int Age) Read() =>
        PB.Neighbourhoods.Postcode.TryParse(Postcode, out var postcode) && Years is { } years
            ? (postcode, years)
            : throw new InvalidOperationException("The form was not checked.");
}
