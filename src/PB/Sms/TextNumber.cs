using PB.Data;

namespace PB.Sms;

/// <summary>A telephone number of ours that people text to.</summary>
public sealed class TextNumber
{
    TextNumber() { }

    public TextNumber(string number, OptOutMode mode, DateTimeOffset now) => (Id, Number, Mode, CreatedAt) = (Ids.New(now), number, mode, now);

    public Guid Id { get; private set; }

    /// <summary>In the international form: +447700900900.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who answers STOP, START and HELP.</summary>
    public OptOutMode Mode { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Until which moment the provider's list was held against ours.</summary>
    public DateTimeOffset? ComparedUntil { get; private set; }

    public void Compared(DateTimeOffset until) => ComparedUntil = until;

    public void Answer(OptOutMode mode) => Mode = mode;
}

/// <summary>Who acts on STOP, START and HELP.</summary>
public enum OptOutMode
{
    /// <summary>The provider, on its own list of single words, without telling us.</summary>
    ProviderDefault,

    /// <summary>The provider, who tells us.</summary>
    ProviderAdvanced,

    /// <summary>We.</summary>
    Self,
}
