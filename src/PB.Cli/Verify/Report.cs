namespace PB.Cli.Verify;

/// <summary>The numbered lines of a verification.</summary>
sealed class Report(TextWriter output)
{
    public int Failed { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>Runs one check; it returns the first difference in words, or null.</summary>
    public void Check(string number, string what, Func<string?> difference)
    {
        var found = Found(difference);
        if (found is not null) Failed++;
        output.WriteLine(found is null ? $"PASS {number} {what}" : $"FAIL {number} {what}: {found}");
    }

    /// <summary>Says that a check cannot be made with this pack, and why.</summary>
    public void Skip(string number, string what, string why)
    {
        Skipped++;
        output.WriteLine($"SKIP {number} {what}: {why}");
    }

    static string? Found(Func<string?> difference)
    {
        try
        {
            return difference();
        }
        catch (Exception wrong) when (wrong is PackException or ArgumentException or System.Security.Cryptography.CryptographicException or OverflowException)
        {
            return wrong.Message;
        }
    }
}
