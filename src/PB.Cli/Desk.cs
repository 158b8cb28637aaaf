using PB.Tally;
using PB.Tally.Files;

namespace PB.Cli;

/// <summary>Where a command reads its file and counts it: what goes wrong is said on the error stream and ends in an exit code.</summary>
sealed class Desk(string command, string path, TextWriter error)
{
    const int MostRemarks = 10;

    /// <summary>Does the work, and turns what can go wrong with a file into a sentence and a code.</summary>
    public int Run(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (PabulibException wrong)
        {
            return Say($"{path}, line {wrong.Line}: {wrong.Reason}", Tool.WrongFile);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Say(wrong.Message, Tool.WrongFile);
        }
        catch (OverflowException)
        {
            return Say($"{path}: its sums are too large to be counted exactly.", Tool.WrongFile);
        }
        catch (UnfitException unfit)
        {
            return Say($"{path} cannot be counted by this rule. {unfit.Message}", Tool.WrongUsage);
        }
        catch (GaveUpException gaveUp)
        {
            return Say($"{gaveUp.Message} Nothing was counted; try another rule.", Tool.GaveUp);
        }
    }

    public Electing Read(bool isLenient)
    {
        using var stream = File.OpenRead(path);
        using var progress = Progress.Of($"Reading {Path.GetFileName(path)}", error);
        var file = PabulibFile.Read(stream, new() { IsLenient = isLenient });
        Tell("repaired", file.Repairs);
        Tell("note", file.Warnings);
        return Electing.Of(file);
    }

    public Tallied Count(Electing electing, Rule rule, Detail detail)
    {
        using var progress = Progress.Of($"Counting by {rule.Name}", error);
        try
        {
            return new(electing, rule, rule.Count(electing.Election, detail));
        }
        catch (ArgumentException unfit)
        {
            throw new UnfitException(unfit.Message);
        }
        catch (InvalidOperationException limit) when (rule is WelfareRule or BoundedOverspendingRule)
        {
            throw new GaveUpException(limit.Message);
        }
    }

    public static Rule RuleOf(string name, Electing electing, TieRule ties) =>
        Rules.Named(name, new(electing.Currency.MinorPerMajor))! with { Ties = ties };

    public int Say(string text, int code) => Tool.Say(error, $"pb {command}: {text}", code);

    public int Misused(string why) => Say($"{why}. Try: pb {command} --help", Tool.WrongUsage);

    void Tell(string kind, IReadOnlyCollection<PabulibRemark> remarks)
    {
        foreach (var remark in remarks.Take(MostRemarks)) error.WriteLine($"pb {command}: {kind}: {remark}");
        if (remarks.Count > MostRemarks) error.WriteLine($"pb {command}: {kind}: and {remarks.Count - MostRemarks} more");
    }
}

/// <summary>A rule asks for something that the ballots do not have, such as points of equal sum.</summary>
sealed class UnfitException(string message) : Exception(message);

/// <summary>A rule has a limit to its work, and an election was too hard for it.</summary>
sealed class GaveUpException(string message) : Exception(message);
