using PB.Cli.Verify;

namespace PB.Cli;

static class VerifyCommand
{
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        if (args is not [var path] || path.StartsWith('-')) return Tool.Say(error, "pb verify: give one folder or zip. Try: pb verify --help", Tool.WrongUsage);
        try
        {
            return Verify(new Pack(PackFiles.Read(path)), output);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Tool.Say(error, $"pb verify: {wrong.Message}", Tool.CannotRead);
        }
    }

    static int Verify(Pack pack, TextWriter output)
    {
        var report = new Report(output);
        new LogSteps(pack).Run(report);
        try
        {
            var ballots = new BallotSteps(pack);
            ballots.Run(report);
            new ResultSteps(pack, ballots).Run(report);
        }
        catch (PackException wrong)
        {
            report.Check("6.0", "the pack can be read", () => wrong.Message);
        }
        if (report.Failed > 0) return Tool.Say(output, FormattableString.Invariant($"This pack does not verify: {report.Failed} checks failed."), Tool.WrongFile);
        output.WriteLine(report.Skipped == 0 ? "This pack verifies." : FormattableString.Invariant($"This pack verifies as far as it goes: {report.Skipped} checks could not be made."));
        output.WriteLine($"Compare with what was made public at the time: key {pack.Setup.LogKey}");
        output.WriteLine($"and root {pack.Heads[^1].Root}");
        return Tool.Done;
    }
}
