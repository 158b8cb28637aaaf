namespace PB.Tally.Log;

/// <summary>What is signed of a log each time that leaves were added.</summary>
/// <param name="Batch">Which batch of leaves made it, from 0.</param>
/// <param name="Size">The number of leaves.</param>
/// <param name="Root">The root in lower-case hexadecimal.</param>
/// <param name="Time">When, as <see cref="LogStatement.Time"/> writes it.</param>
public sealed record LogHead(int Batch, long Size, string Root, string Time);
