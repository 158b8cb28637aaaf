using PB.Data;

namespace PB.Grants.Marking;

/// <summary>What one member thinks of one application: a mark for each criterion, and a word for the group.</summary>
/// <remarks>It does not count once its member has a conflict of interest: that is asked of the declarations, and stands nowhere else.</remarks>
public sealed class Card
{
    readonly List<Mark> marks = [];

    Card() { }

    public Card(Guid applicationId, Guid personId, DateTimeOffset now) => (Id, ApplicationId, PersonId, OpenedAt) = (Ids.New(now), applicationId, personId, now);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>Whose it is; nobody's once the call is archived.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Which cards of an archived call are by the same marker: a name that leads to nobody.</summary>
    public Guid? MarkerCode { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Until marking closes it can be taken back.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>For the group; somebody reads it before it goes out.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>For the member alone, in the meeting.</summary>
    public string Note { get; private set; } = "";

    public IReadOnlyList<Mark> Marks => marks;

    /// <param name="value">0 to 5; null where the member cannot tell.</param>
    public void Answer(Guid criterionId, int? value)
    {
        marks.RemoveAll(mark => mark.CriterionId == criterionId);
        marks.Add(new Mark(Id, criterionId, value));
    }

    public void Say(string comment, string note) => (Comment, Note) = (comment, note);

    public void HandIn(DateTimeOffset now) => HandedInAt ??= now;

    public void TakeBack() => HandedInAt = null;
}

/// <summary>How well an application meets one criterion.</summary>
public sealed class Mark
{
    Mark() { }

    internal Mark(Guid cardId, Guid criterionId, int? value) => (CardId, CriterionId, Value) = (cardId, criterionId, value);

    public Guid CardId { get; private set; }
    public Guid CriterionId { get; private set; }

    /// <summary>0 to 5; null for "I can't tell".</summary>
    public int? Value { get; private set; }
}
