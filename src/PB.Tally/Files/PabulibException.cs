namespace PB.Tally.Files;

/// <summary>A Pabulib file that cannot be read as it stands.</summary>
public sealed class PabulibException : FormatException
{
    /// <summary>Creates the error.</summary>
    /// <param name="line">The line of the file, from 1; a row that spans several lines is at its first.</param>
    /// <param name="reason">What is wrong and what to do about it, in full sentences.</param>
    public PabulibException(int line, string reason) : base($"Line {line}: {reason}") => (Line, Reason) = (line, reason);

    /// <summary>The line of the file, from 1. An empty file is at line 1; a file that ends too early, at its last line.</summary>
    public int Line { get; }

    /// <summary>What is wrong and what to do about it, in full sentences of plain English.</summary>
    public string Reason { get; }
}
