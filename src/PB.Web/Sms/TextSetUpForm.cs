using System.ComponentModel.DataAnnotations;
using PB.Sms;

namespace PB.Web.Sms;

public sealed class TextSetUpForm
{
    [Required(ErrorMessage = "Write the word that people begin with")]
    [StringLength(TextSetUpChecks.LongestKeyword, ErrorMessage = "The word can have up to 10 letters")]
    public string? Keyword { get; set; }

    [Required(ErrorMessage = "Write the name that every answer begins with")]
    [StringLength(TextSetUpChecks.LongestName, ErrorMessage = "The name can have up to 12 characters")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose how people prove who they are")]
    public ProofOfVoter? Proof { get; set; }

    public bool ConfirmFirst { get; set; }

    [Required(ErrorMessage = "Choose what an answer repeats")]
    public EchoOfVote? Echo { get; set; }

    [Required(ErrorMessage = "Write the telephone number where people get help")]
    [StringLength(TextSetUpChecks.LongestPhone, ErrorMessage = "The telephone number can have up to 13 characters")]
    public string? HelpPhone { get; set; }

    [Required(ErrorMessage = "Write a short web address")]
    [StringLength(TextSetUpChecks.LongestAddress, ErrorMessage = "The address can have up to 16 characters")]
    public string? ShortAddress { get; set; }

    [Required(ErrorMessage = "Write the number that people text to, such as +447700900900")]
    [RegularExpression("^\\+[0-9]{8,15}$", ErrorMessage = "Write the number with its country code, such as +447700900900")]
    public string? Number { get; set; }

    internal static TextSetUpForm Of(TextSetUp setUp, string number) => new()
    {
        Keyword = setUp.Keyword,
        Name = setUp.Name,
        Proof = setUp.Proof,
        ConfirmFirst = setUp.ConfirmFirst,
        Echo = setUp.Echo,
        HelpPhone = setUp.HelpPhone,
        ShortAddress = setUp.ShortAddress,
        Number = number,
    };

    internal void WriteTo(TextSetUp setUp, Guid number)
    {
        setUp.Call(Keyword!.Trim().ToUpperInvariant(), Name!.Trim());
        setUp.Help(HelpPhone!.Trim(), ShortAddress!.Trim(), setUp.Example);
        setUp.Ask(Proof!.Value, ConfirmFirst, Echo!.Value);
        setUp.AnswerOn([number]);
    }
}
