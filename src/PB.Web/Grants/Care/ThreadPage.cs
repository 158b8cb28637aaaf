using System.ComponentModel.DataAnnotations;
using PB.Grants.Care;
using PB.Grants.Funds;

namespace PB.Web.Grants.Care;

public sealed record ThreadsPage(Fund Fund, IReadOnlyList<SharedThread> Threads, bool MayStart);

/// <summary>A thread as one of its members sees it.</summary>
public sealed record ThreadPage(Fund Fund, SharedThread Thread, Guid Me)
{
    /// <summary>What was let out, and what they wrote themselves.</summary>
    public IEnumerable<ThreadMessage> Messages => Thread.Messages.Where(message => message.ReleasedAt is not null || message.AuthorId == Me).OrderBy(message => message.WrittenAt);

    public string NameOf(Guid person) => Thread.Members.Single(member => member.PersonId == person).Name;
}

public sealed class ThreadForm
{
    [Display(Name = "What is it about?")]
    [StringLength(120, ErrorMessage = "Write it in 120 characters or fewer")]
    public string? Subject { get; set; }

    [Display(Name = "Who is in it?")]
    public Guid[] Members { get; set; } = [];

    internal Fund Fund { get; set; } = null!;

    internal IReadOnlyList<NewThreadMember> Guests { get; set; } = [];
}
