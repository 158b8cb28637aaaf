using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PB.Tests.Town;

namespace PB.Tests.People;

/// <summary>What anybody may send without signing in. A new line here is a decision.</summary>
public sealed class OpenDoorsTests : TownTest
{
    static readonly string[] AnybodyMayPost =
    [
        "Account.Create", "Appeal.Create", "Ballot.Create", "Check.Create", "Claim.Create", "CoProposal.Update", "Code.Create", "Confirmation.Create", "Declaration.Update",
        "Draft.Update", "DraftDetail.Update", "DraftPhoto.Create", "DraftPhoto.Destroy", "Idea.Create", "Invitation.Create", "LetterCode.Create", "LetterCode.Destroy",
        "Mending.Update", "Merger.Create", "Merger.Destroy", "MergerConsent.Destroy", "MergerConsent.Update", "ParentConsent.Update", "Password.Create", "Password.Update", "PhoneSimulator.Create", "Provisional.Create",
        "ReceiptCode.Create", "Revision.Update", "SignIn.Create", "SignIn.Destroy", "Split.Create", "Submission.Create", "TeamInvitation.Create", "Together.Create", "Together.Destroy",
        "Withdrawal.Create", "Worry.Create", "webhooks/twilio/fallback", "webhooks/twilio/sms", "webhooks/twilio/status",
    ];

    [Fact]
    public void Only_these_actions_change_something_for_somebody_who_is_not_signed_in() =>
        Assert.Equal(string.Join(", ", AnybodyMayPost), string.Join(", ", Actions(changing: true).Where(IsOpen).Select(Name).Distinct().Order(StringComparer.Ordinal)));

    // A ballot form may come back after a long time at the kitchen table, signed out: these two look at the token themselves, or change nothing.
    [Fact]
    public void Only_these_actions_answer_a_form_without_its_token() =>
        Assert.Equal(["Ballot.Create", "Check.Create"], Actions(changing: true)
            .Where(e => e.Metadata.GetMetadata<IAntiforgeryPolicy>() is IgnoreAntiforgeryTokenAttribute).Select(Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_action_says_how_it_is_asked()
    {
        var silent = Endpoints().Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && Methods(e).Count == 0);
        Assert.Empty(silent.Select(Name));
    }

    [Fact]
    public void Every_action_is_one_of_the_seven() =>
        Assert.Empty(Endpoints().Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()?.ActionName).OfType<string>()
            .Except(["Index", "Show", "New", "Create", "Edit", "Update", "Destroy"]));

    IEnumerable<RouteEndpoint> Actions(bool changing) =>
        Endpoints().Where(e => Methods(e).Any(method => changing != (method is "GET" or "HEAD")));

    IEnumerable<RouteEndpoint> Endpoints() => Hall.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    static string Name(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is { } action
        ? $"{action.ControllerName}.{action.ActionName}"
        : endpoint.RoutePattern.RawText!;
}
