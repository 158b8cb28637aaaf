using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using PB.Web.Look;

namespace PB.Web.Neighbourhoods;

public sealed class NeighbourhoodForm
{
    [Required(ErrorMessage = "Write the name of the neighbourhood")]
    [StringLength(100, ErrorMessage = "The name can have up to 100 characters")]
    public string? Name { get; set; }

    /// <summary>The slug of the larger neighbourhood; empty for none.</summary>
    [StringLength(60, ErrorMessage = "Choose a neighbourhood from the list")]
    public string? Inside { get; set; }

    [StringLength(2000, ErrorMessage = "The description can have up to 2,000 characters")]
    public string? About { get; set; }

    [StringLength(300, ErrorMessage = "Whom to ask can have up to 300 characters")]
    public string? Contact { get; set; }

    /// <summary>Where it may be put, for the page.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Choice> Places { get; set; } = [];
}
