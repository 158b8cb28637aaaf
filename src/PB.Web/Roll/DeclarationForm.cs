using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PB.Roll;
using PB.Rounds;

namespace PB.Web.Roll;

public sealed class DeclarationForm : IdentityForm
{
    public Connections? Connection { get; set; }

    [Display(Order = BeforeArea)]
    public string? Age { get; set; }

    [Display(Order = AfterArea)]
    public bool IsMember { get; set; }

    [Display(Order = AfterArea)]
    public bool IsTrue { get; set; }

    /// <returns>Null when something is wrong or missing; what, is added to the state of the form.</returns>
    internal RollDeclaration? Read(Eligibility eligibility, ModelStateDictionary state)
    {
        if (Connection is not { } connection || !int.IsPow2((int)connection) || !eligibility.Connections.HasFlag(connection))
            state.AddModelError(nameof(Connection), "Choose what connects you with the area");
        if (eligibility.Membership is not null && !IsMember)
            state.AddModelError(nameof(IsMember), "Tick the box if you belong to the community. This round is for people who do");
        if (!IsTrue)
            state.AddModelError(nameof(IsTrue), "Tick the box if what you tell us is true and you vote for yourself");
        return eligibility.AsksWho ? ReadWho(state) : ReadPlace(state);
    }

    RollDeclaration? ReadWho(ModelStateDictionary state) =>
        Read(state) is { } who ? new(Connection!.Value, who.Postcode, Area, null, who) : null;

    RollDeclaration? ReadPlace(ModelStateDictionary state)
    {
        if (!PB.Neighbourhoods.Postcode.TryParse(Postcode, out var postcode))
            state.AddModelError(nameof(Postcode), "Enter the whole postcode, like MB1 1AA");
        if (!int.TryParse(Age?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < Declarations.YoungestAge or > Declarations.OldestAge)
            state.AddModelError(nameof(Age), "Enter an age from 5 to 120");
        return state.IsValid ? new(Connection!.Value, postcode, Area, years, null) : null;
    }
}
