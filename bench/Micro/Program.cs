using Brink.Bench.Micro;

// Its tables go to BenchmarkDotNet.Artifacts in the current folder.
BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(HotPieces).Assembly).Run(args);
