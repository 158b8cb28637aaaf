using System.ComponentModel.DataAnnotations;
using PB.Proposals;
using PB.Rounds;

namespace PB.Web.Proposals;

public sealed class RevisionForm : DraftForm
{
    [Display(Name = "What do you change, and why?")]
    [StringLength(1000, ErrorMessage = "Write the reason in 1,000 characters or fewer")]
    public string? Because { get; set => field = value?.ReplaceLineEndings("\n"); }

    internal Proposal Proposal { get; set; } = null!;

    /// <summary>Where it is sent to.</summary>
    internal string Path { get; set; } = "";

    internal static RevisionForm Of(Proposal proposal, Round round, string path)
    {
        var form = new RevisionForm().About(proposal, round, path);
        form.Fill(proposal, round.Currency);
        form.Fill(proposal.Details(), round.Currency);
        return form;
    }

    internal RevisionForm About(Proposal proposal, Round round, string path)
    {
        (Proposal, Round, Path) = (proposal, round, path);
        return this;
    }
}
