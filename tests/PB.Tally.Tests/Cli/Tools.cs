using PB.Cli;

namespace PB.Tally.Tests.Cli;

/// <summary>Runs the tool as a shell would.</summary>
static class Tools
{
    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        return (Tool.Run(args, output, error), output.ToString(), error.ToString());
    }
}
