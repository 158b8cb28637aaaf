using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Grants.Awards;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Grants.Awards;

public sealed class BankAccountForm
{
    [Display(Name = "Name on the account")]
    [StringLength(60, ErrorMessage = "Write the name in 60 characters or fewer")]
    public string? Name { get; set; }

    [Display(Name = "Sort code")]
    [StringLength(12, ErrorMessage = "A sort code has six figures, such as 20-00-00")]
    public string? SortCode { get; set; }

    [Display(Name = "Account number")]
    [StringLength(12, ErrorMessage = "An account number has eight figures")]
    public string? Number { get; set; }

    internal AwardPage Page { get; set; } = null!;

    internal BankDetails? Read(ModelStateDictionary faults, IStringLocalizer<Words> text)
    {
        var (name, code, number) = (Typed.Line(Name), Figures(SortCode), Figures(Number));
        if (name.Length == 0)
            faults.AddModelError(nameof(Name), text["Write the name on the account: the organisation’s, never a young person’s"]);
        if (code.Length != 6)
            faults.AddModelError(nameof(SortCode), text["A sort code has six figures, such as 20-00-00"]);
        if (number.Length != 8)
            faults.AddModelError(nameof(Number), text["An account number has eight figures"]);
        return faults.IsValid ? new BankDetails(name, $"{code[..2]}-{code[2..4]}-{code[4..]}", number) : null;
    }

    static string Figures(string? typed) => string.Concat((typed ?? "").Where(char.IsAsciiDigit));
}
