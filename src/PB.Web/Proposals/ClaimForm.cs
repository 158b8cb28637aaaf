using System.ComponentModel.DataAnnotations;

namespace PB.Web.Proposals;

public sealed class ClaimForm
{
    [Display(Name = "The code on your slip of paper")]
    [StringLength(40, ErrorMessage = "Write the code as it is on the slip, such as ABCD-EFGH-2345")]
    public string? Code { get; set; }
}
