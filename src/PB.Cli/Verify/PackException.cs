namespace PB.Cli.Verify;

/// <summary>Something in a pack cannot be read as the format says.</summary>
sealed class PackException(string file, int line, string reason)
    : Exception(line > 0 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}, line {line}: {reason}") : $"{file}: {reason}");
