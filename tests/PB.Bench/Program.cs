using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(PB.Bench.ReadAndCount).Assembly).Run(args);
