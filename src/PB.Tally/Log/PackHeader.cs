namespace PB.Tally.Log;

/// <summary>A ballot's leaf in a published pack: commitments, no content. Hashes are lower-case hexadecimal.</summary>
/// <param name="Index">The leaf's place in the log, from 0.</param>
/// <param name="Tag">The voter's tag in this round.</param>
/// <param name="Version">1, and one more for each change.</param>
/// <param name="Choices">The commitment to the choices.</param>
/// <param name="Area">The commitment to the area.</param>
/// <param name="Class">The commitment to the class.</param>
public sealed record PackHeader(long Index, string Tag, int Version, string Choices, string Area, string Class);

/// <summary>What was on a counted ballot.</summary>
/// <param name="Index">The leaf's place in the log.</param>
/// <param name="Salt">The salt that opens the commitment to the choices.</param>
/// <param name="Choices">The choices in their canonical form.</param>
public sealed record PackBallot(long Index, string Salt, string Choices);

/// <summary>One ballot's entry in a project's list, by which it cannot be seen which other entries are of the same ballot.</summary>
/// <param name="Project">The project's number.</param>
/// <param name="Entry">SHA-256 of <c>pb/1/entry/</c>, the number, a zero byte and the salt of the choices.</param>
public sealed record PackEntry(int Project, string Entry);

/// <summary>A leaf that is no ballot.</summary>
/// <param name="Index">The leaf's place in the log.</param>
/// <param name="Type">What happened: <c>setup</c>, <c>annul</c>, <c>extend</c>, <c>reopen</c>, <c>close</c>, <c>seed</c> or <c>result</c>.</param>
/// <param name="Body">What is known of it: a JSON object, byte for byte as its leaf commits to it.</param>
public sealed record PackEvent(long Index, string Type, string Body);

/// <summary>A signed head.</summary>
/// <param name="Batch">Which batch, from 0.</param>
/// <param name="Size">The number of leaves.</param>
/// <param name="Root">The root.</param>
/// <param name="Time">When, in UTC.</param>
/// <param name="Signature">The signature over <see cref="LogStatement.Head"/>: 128 hexadecimal digits.</param>
public sealed record PackHead(int Batch, long Size, string Root, string Time, string Signature)
{
    /// <summary>What was signed.</summary>
    public LogHead Head() => new(Batch, Size, Root, Time);
}
