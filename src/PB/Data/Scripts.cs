namespace PB.Data;

/// <summary>The SQL files of this folder, for migrations.</summary>
static class Scripts
{
    public static string Read(string name)
    {
        using var stream = typeof(Scripts).Assembly.GetManifestResourceStream($"PB.Data.Sql.{name}")
            ?? throw new InvalidOperationException($"There is no script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
