using Microsoft.AspNetCore.Mvc;

namespace PB.Web.Proposals;

/// <summary>The two ways to a draft: by its secret key, or as its owner signed in.</summary>
public sealed class DraftAddress
{
    [FromRoute(Name = "key")]
    public string? Key { get; set; }

    [FromRoute(Name = "slug")]
    public string? Slug { get; set; }

    [FromRoute(Name = "id")]
    public Guid? Id { get; set; }

    internal string Path => Key is null ? ProposalPaths.Draft(Slug!, Id!.Value) : $"/proposals/drafts/{Key}";
}
