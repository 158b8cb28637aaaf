using Microsoft.AspNetCore.Authorization;
using PB.Grants.Awards;

namespace PB.Web.Grants.Awards;

static class AwardsRoom
{
    public static void AddAwards(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IAuthorizationHandler, AwardPolicies>();
        builder.Services.AddSingleton<BankSafe>();
        foreach (var part in (Type[])[typeof(AwardFinder), typeof(AwardLetters), typeof(ReportLetters), typeof(FeedbackLetters), typeof(OfferDesk), typeof(PanelConditionDesk), typeof(PanelConditionLetters), typeof(AcceptanceDesk), typeof(ConditionDesk),
                     typeof(PaymentDesk), typeof(BankDesk), typeof(BatchDesk), typeof(ReportDesk), typeof(ReturnDesk), typeof(FeedbackDesk), typeof(ProcessAppealDesk), typeof(OpenAwards),
                     typeof(HandoverDesk), typeof(HandoverLetters), typeof(HandoverDoor), typeof(AssetDesk)])
            builder.Services.AddScoped(part);
    }
}
