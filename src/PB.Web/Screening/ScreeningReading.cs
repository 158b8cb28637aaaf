using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PB.Screening;
using PB.Tally;
using PB.Web.Look;
using PB.Web.Proposals;

namespace PB.Web.Screening;

/// <summary>Reads an officer's answers, and says what is missing.</summary>
sealed class ScreeningReading(ModelStateDictionary faults, IStringLocalizer<Words> text)
{
    public ScreeningOrder? Read(ScreeningForm form)
    {
        var (reason, nextStep) = (Typed.Lines(form.Reason), Typed.Lines(form.NextStep));
        var criterion = form.Page.Criteria.SingleOrDefault(c => c.Position == form.Criterion);
        Money? price = null;
        if (form.Eligible is null)
            Fault(nameof(form.Eligible), text["Say whether it meets the conditions"]);
        else if (form.Eligible.Value)
            price = Price(form);
        else if (criterion is null)
            Fault(nameof(form.Criterion), text["Choose the condition that it does not meet: only a published condition can keep an idea off the ballot"]);
        if (reason.Length == 0) Fault(nameof(form.Reason), text["Give the reason: everybody can read it"]);
        if (nextStep.Length == 0) Fault(nameof(form.NextStep), text["Say what the proposer can do now"]);
        if (!faults.IsValid) return null;
        var eligible = form.Eligible!.Value;
        return new ScreeningOrder(new ScreeningAnswer(eligible, eligible ? null : criterion!.Id, reason, nextStep), price);
    }

    Money? Price(ScreeningForm form)
    {
        var typed = Typed.Line(form.Price);
        if (typed.Length == 0)
            Fault(nameof(form.Price), text["Say what it costs"]);
        else if (text.WhyNoSum(typed, form.Page.Round.Currency, out var price) is { } fault)
            Fault(nameof(form.Price), fault);
        else
            return price;
        return null;
    }

    void Fault(string field, string sentence) => faults.AddModelError(field, sentence);
}
