using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Reads how a proposal shall read from now on. Nothing that it had to say may go missing, and the reason is asked for.</summary>
sealed class RevisionReading(ModelStateDictionary faults, IStringLocalizer<Words> text)
{
    public Revision? Read(RevisionForm form)
    {
        var (round, because) = (form.Round, Typed.Lines(form.Because));
        (form.WhoseIdea, form.ProposerName) = (form.Proposal.Provenance, form.Proposal.ProposerName);
        var written = new DraftReading(faults, text).Read(form, round.Currency);
        var details = new DetailsReading(faults, text).Read(form, round.Currency);
        if (because.Length == 0)
            faults.AddModelError(nameof(form.Because), text["Say what you change, and why: everybody can read it"]);
        if (written is null || details is null) return null;
        foreach (var part in Proposal.MissingIn(written, details))
            faults.AddModelError(ProposalWords.FieldOf(part), text.Of(part));
        return faults.IsValid ? new Revision(written, details, because) : null;
    }
}
