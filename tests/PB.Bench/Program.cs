using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

if (args is ["shares", var rule, .. var elections])
{
    PB.Bench.EqualSharesTimes.Run(rule, elections);
    return;
}

if (args is ["write", var name, var path])
{
    PB.Bench.GeneratedFile.Write(name, path);
    return;
}

if (args is ["quick", .. var files])
{
    PB.Bench.QuickTable.Run(files);
    return;
}

// In this process: nothing is built again, so that a run takes seconds.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(8);
BenchmarkSwitcher.FromAssembly(typeof(PB.Bench.ReadAndCount).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
