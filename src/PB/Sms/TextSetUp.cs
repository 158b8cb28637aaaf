namespace PB.Sms;

/// <summary>How a round is voted on by text.</summary>
public sealed class TextSetUp
{
    readonly List<TextSetUpNumber> numbers = [];
    readonly List<TextTitle> titles = [];

    TextSetUp() { }

    public TextSetUp(Guid roundId, string keyword, string name) => (RoundId, Keyword, Name) = (roundId, keyword, name);

    public Guid RoundId { get; private set; }
    public string Keyword { get; private set; } = "";
    public string Name { get; private set; } = "";
    public ProofOfVoter Proof { get; private set; }
    public bool ConfirmFirst { get; private set; }
    public EchoOfVote Echo { get; private set; }
    public string HelpPhone { get; private set; } = "";
    public string ShortAddress { get; private set; } = "";
    public string? Example { get; private set; }

    /// <summary>What the texts of a round may cost, in minor units; null for no limit.</summary>
    public long? SpendLimit { get; private set; }

    /// <summary>While voting by text is paused.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>How often in a row the provider had no text that we lacked.</summary>
    public int EmptyPasses { get; private set; }

    /// <summary>When all texts that came in time were in: before that nothing is counted.</summary>
    public DateTimeOffset? ReconciledAt { get; private set; }

    public IReadOnlyList<TextSetUpNumber> Numbers => numbers;
    public IReadOnlyList<TextTitle> Titles => titles;

    public void Call(string keyword, string name) => (Keyword, Name) = (keyword, name);

    public void Help(string phone, string shortAddress, string? example) => (HelpPhone, ShortAddress, Example) = (phone, shortAddress, example);

    public void Ask(ProofOfVoter proof, bool confirmFirst, EchoOfVote echo) => (Proof, ConfirmFirst, Echo) = (proof, confirmFirst, echo);

    public void Limit(long? spend) => SpendLimit = spend;

    public void AnswerOn(IReadOnlyCollection<Guid> numberIds)
    {
        numbers.RemoveAll(number => !numberIds.Contains(number.NumberId));
        foreach (var id in numberIds.Where(id => numbers.All(number => number.NumberId != id)))
            numbers.Add(new TextSetUpNumber(RoundId, id, numbers.Count));
    }

    /// <summary>Gives a project the few words by which texts name it.</summary>
    public void Call(int number, string title)
    {
        if (titles.Find(known => known.Number == number) is { } known)
            known.Rewrite(title);
        else
            titles.Add(new TextTitle(RoundId, number, title));
    }

    public void Pause(DateTimeOffset? at) => PausedAt = at;

    public void Passed(int found) => EmptyPasses = found == 0 ? EmptyPasses + 1 : 0;

    public void Reconcile(DateTimeOffset now) => ReconciledAt ??= now;
}

/// <summary>A number on which a round is voted on.</summary>
public sealed class TextSetUpNumber
{
    TextSetUpNumber() { }

    public TextSetUpNumber(Guid roundId, Guid numberId, int place) => (RoundId, NumberId, Place) = (roundId, numberId, place);

    public Guid RoundId { get; private set; }
    public Guid NumberId { get; private set; }
    public int Place { get; private set; }
}

/// <summary>A project's name in texts. It stays when the project is withdrawn, so that its number is known and never used again.</summary>
public sealed class TextTitle
{
    /// <summary>How many characters a project has in a text.</summary>
    public const int Longest = 16;

    TextTitle() { }

    public TextTitle(Guid roundId, int number, string title) => (RoundId, Number, Title) = (roundId, number, title);

    public Guid RoundId { get; private set; }
    public int Number { get; private set; }
    public string Title { get; private set; } = "";

    public void Rewrite(string title) => Title = title;

    /// <summary>The first words of a title that fit.</summary>
    public static string Cut(string title)
    {
        var plain = Gsm7.Nearest(title);
        if (Gsm7.Septets(plain) is null)
            plain = string.Concat(plain.Where(sign => Gsm7.Septets(sign.ToString()) is not null));
        if (plain.Length <= Longest)
            return plain;
        var end = plain.LastIndexOf(' ', Longest);
        return end > Longest / 2 ? plain[..end] : plain[..Longest].TrimEnd();
    }
}
