using Microsoft.AspNetCore.Identity;

namespace PB.People;

/// <summary>Somebody with an account: a resident, or a member of staff.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public string Name { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the account was deleted: from then on nothing here says whose it was.</summary>
    public DateTimeOffset? ErasedAt { get; set; }
}
