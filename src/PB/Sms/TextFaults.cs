using System.Security.Cryptography;

namespace PB.Sms;

/// <summary>What the provider's refusals mean for us.</summary>
public static class TextFaults
{
    const int MostDoubtfulTries = 2;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60), BeforeAnother = TimeSpan.FromSeconds(30), UntilSomebodyLooked = TimeSpan.FromMinutes(5);

    public static TextFault Of(TextRefusedException refused, Phone phone) => (refused.Code, refused.Status) switch
    {
        (20429, _) or (_, 429) or (21611, _) => TextFault.Busy,
        _ when refused.MaybeOut => TextFault.Doubtful,
        (21610, _) => TextFault.OptedOut,
        (21211, _) or (21614, _) => TextFault.NoPhone,
        (20003, _) or (_, 401) or (21212, _) or (21606, _) => TextFault.Settings,
        (21408, _) => TextFault.NotThere,
        (21612, _) when !phone.IsBritish => TextFault.NotThere,
        _ => TextFault.Bug,
    };

    /// <summary>When a text may be tried again; null where it may not.</summary>
    public static DateTimeOffset? NextTry(TextFault fault, int tries, DateTimeOffset now) => fault switch
    {
        TextFault.Busy => now + Pause(tries),
        // Where it is not known whether a text is out, it is tried once more and no oftener.
        TextFault.Doubtful when tries < MostDoubtfulTries => now + BeforeAnother,
        TextFault.Settings => now + UntilSomebodyLooked,
        _ => null,
    };

    /// <summary>One second, two, four, to a minute, and a little by chance, so that not all come back at once.</summary>
    public static TimeSpan Pause(int tries)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Clamp(tries - 1, 0, 6))));
        return pause + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(500));
    }
}

/// <summary>Kinds of refusals.</summary>
public enum TextFault
{
    /// <summary>Too many at once: nothing of it was done, and it can be tried again for certain.</summary>
    Busy,

    /// <summary>It may be out all the same.</summary>
    Doubtful,
    OptedOut,

    /// <summary>No text can go to this number.</summary>
    NoPhone,

    /// <summary>No text can go there from us.</summary>
    NotThere,

    /// <summary>Credentials or numbers of ours are wrong: no other text would fare better.</summary>
    Settings,
    Bug,
}
