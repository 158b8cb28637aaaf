using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Proposals;
using PB.Web.Look;

namespace PB.Web.Proposals;

/// <summary>Reads an idea that an officer wrote down for somebody: whole, and with that person's consent.</summary>
sealed class OnBehalfReading(ModelStateDictionary faults, IStringLocalizer<Words> text)
{
    public SpokenIdea? Read(OnBehalfForm form)
    {
        var written = new DraftReading(faults, text).Read(form, form.Round.Currency);
        var details = new DetailsReading(faults, text).Read(form, form.Round.Currency);
        var (consent, email) = (Typed.Line(form.Consent), Typed.Line(form.Email).ToLowerInvariant());
        if (consent.Length == 0)
            faults.AddModelError(nameof(form.Consent), text["Say how they agreed, such as: said yes at the stall"]);
        if (email.Length > 0 && !Typed.IsAddress(email))
            faults.AddModelError(nameof(form.Email), text["Write an e-mail address such as name@example.com"]);
        if (written is null || details is null) return null;
        foreach (var part in Proposal.MissingIn(written, details))
            faults.AddModelError(ProposalWords.FieldOf(part), text.Of(part));
        return !faults.IsValid ? null : new SpokenIdea(written, details)
        {
            Consent = consent,
            Event = Typed.Line(form.Event),
            Email = email.Length == 0 ? null : email,
        };
    }
}
