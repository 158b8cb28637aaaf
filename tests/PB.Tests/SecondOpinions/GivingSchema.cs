namespace PB.Tests.SecondOpinions;

/// <summary>Whether a file keeps to the published schema of 360Giving, as Ajv reads it.</summary>
static class GivingSchema
{
    /// <returns>What is wrong with it.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(byte[] file)
    {
        Opinion.Needs("ajv");
        var folder = Opinion.NeedsFolder("PB_GRANTS", "grants", "360giving-package-schema.json");
        using var ajv = Opinion.Ask("schema.cjs", Path.GetFullPath(folder));
        var said = ajv.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await ajv.StandardInput.BaseStream.WriteAsync(file);
        ajv.StandardInput.Close();
        var faults = (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await ajv.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, ajv.ExitCode);
        return faults;
    }
}
