using PB.Data;

namespace PB.Grants.Practising;

/// <summary>Examples that a panel's newcomers mark as if they were real. Nothing of it counts anywhere else.</summary>
public sealed class Practice
{
    readonly List<PracticeExample> examples = [];

    Practice() { }

    public Practice(Guid panelId, string title, Guid openedBy, DateTimeOffset now) => (Id, PanelId, Title, OpenedBy, OpenedAt) = (Ids.New(now), panelId, title, openedBy, now);

    public Guid Id { get; private set; }
    public Guid PanelId { get; private set; }
    public string Title { get; private set; } = "";
    public Guid OpenedBy { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public IReadOnlyList<PracticeExample> Examples => examples;

    public PracticeExample Add(ExampleWords words, DateTimeOffset now)
    {
        var example = new PracticeExample(Id, examples.Count + 1, words, now);
        examples.Add(example);
        return example;
    }

    public void Close(DateTimeOffset now) => ClosedAt ??= now;

    /// <summary>Whether somebody with these cards has marked all of it.</summary>
    public bool IsFinishedBy(IEnumerable<PracticeCard> cards) =>
        examples.Count > 0 && examples.All(example => cards.Any(card => card.ExampleId == example.Id && card.HandedInAt is not null));
}

/// <summary>A made-up application, with the marks on which those who wrote it agreed.</summary>
public sealed class PracticeExample
{
    PracticeExample() { }

    internal PracticeExample(Guid practiceId, int number, ExampleWords words, DateTimeOffset now)
    {
        (Id, PracticeId, Number) = (Ids.New(now), practiceId, number);
        (Title, Text, Agreed, Why) = (words.Title, words.Text, [.. words.Agreed], words.Why);
    }

    public Guid Id { get; private set; }
    public Guid PracticeId { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>0 to 5, one for each of the <see cref="PracticeCriteria"/>.</summary>
    public int[] Agreed { get; private set; } = [];

    /// <summary>How they came to these marks.</summary>
    public string Why { get; private set; } = "";
}

/// <summary>An example as somebody writes it.</summary>
public sealed record ExampleWords(string Title, string Text, IReadOnlyList<int> Agreed, string Why);

/// <summary>What somebody thinks of an example.</summary>
public sealed class PracticeCard
{
    PracticeCard() { }

    public PracticeCard(Guid exampleId, Guid personId) => (ExampleId, PersonId) = (exampleId, personId);

    public Guid ExampleId { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>0 to 5, one for each of the <see cref="PracticeCriteria"/>; null for "I can't tell".</summary>
    public int?[] Marks { get; private set; } = [];

    public DateTimeOffset? HandedInAt { get; private set; }

    public void HandIn(IEnumerable<int?> marks, DateTimeOffset now) => (Marks, HandedInAt) = ([.. marks], now);
}
