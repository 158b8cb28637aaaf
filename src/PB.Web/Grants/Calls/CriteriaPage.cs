using PB.Grants;
using PB.Grants.Calls;

namespace PB.Web.Grants.Calls;

public sealed record CriteriaPage(string Fund, Call Call, WeightsTally Tally)
{
    /// <summary>What whoever asks has said to them; null when nothing.</summary>
    public WeightChoice? Mine { get; init; }

    public bool MayWrite { get; init; }
    public bool MayVote { get; init; }

    /// <summary>Whether they may fix what the panel voted: the chair.</summary>
    public bool MayFix { get; init; }

    internal static async Task<CriteriaPage> ReadAsync(
        string fund, Call call, CallDesk desk, (Func<object, GrantThing, GrantVerb, GrantCondition, Task<bool>> MayAsync, Guid? Person) who, CancellationToken cancel)
    {
        var isOpen = call.CriteriaAgreedAt is null;
        Task<bool> May(GrantThing thing, GrantVerb verb) => who.MayAsync(call, thing, verb, GrantCondition.Always);
        return new CriteriaPage(fund, call, call.Weights ?? await desk.TallyAsync(call, cancel))
        {
            Mine = call.WeightVotes.SingleOrDefault(vote => vote.PersonId == who.Person)?.Choice,
            MayWrite = isOpen && await May(GrantThing.Criteria, GrantVerb.Write),
            MayVote = isOpen && call.Criteria.Count > 0 && await May(GrantThing.Criteria, GrantVerb.Vote),
            MayFix = isOpen && await who.MayAsync(call, GrantThing.Decision, GrantVerb.Approve, GrantCondition.DeclareResult),
        };
    }
}
