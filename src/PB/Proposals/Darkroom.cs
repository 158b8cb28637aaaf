using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace PB.Proposals;

/// <summary>Makes a new, smaller picture out of an uploaded file, in a process of its own; nothing else of the file is kept.</summary>
/// <remarks>An uploaded file is hostile until it is decoded: libvips does that with little memory, little time and no shell.</remarks>
public sealed partial class Darkroom(PhotoSettings settings, ILogger<Darkroom> log) : IDisposable
{
    public const int MostBytes = 8 * 1024 * 1024;
    public const long MostPixels = 40_000_000;

    readonly SemaphoreSlim places = new(2);

    /// <returns>The JPEG, or why there is none.</returns>
    public async Task<(byte[]? Jpeg, PhotoRefusal? Refusal)> DevelopAsync(Stream upload, long length, CancellationToken cancel)
    {
        if (length == 0) return (null, PhotoRefusal.Empty);
        if (length > MostBytes) return (null, PhotoRefusal.TooLarge);
        var folder = Directory.CreateTempSubdirectory("pb-photo-");
        await places.WaitAsync(cancel);
        try
        {
            var original = Path.Combine(folder.FullName, "original");
            await using (var file = File.Create(original))
                await upload.CopyToAsync(file, cancel);
            return await DevelopAsync(original, Path.Combine(folder.FullName, "new.jpg"), cancel);
        }
        finally
        {
            places.Release();
            folder.Delete(recursive: true);
        }
    }

    public void Dispose() => places.Dispose();

    async Task<(byte[]?, PhotoRefusal?)> DevelopAsync(string original, string made, CancellationToken cancel)
    {
        if (!await PhotoFile.HasMagicAsync(original, cancel)) return (null, PhotoRefusal.NotAPhoto);
        var header = await RunAsync("vipsheader", [original], cancel);
        if (header.Missing) return (null, PhotoRefusal.Unavailable);
        if (header.Failed || PhotoFile.SizeIn(header.Output) is not { } size) return (null, PhotoRefusal.Damaged);
        if (size.Width * size.Height > MostPixels) return (null, PhotoRefusal.TooManyPixels);

        string[] shrink = ["thumbnail", original, $"{made}[Q=82,strip,background=255]", "1600", "--height", "1600", "--size", "down"];
        var print = await RunAsync("vips", [.. shrink, "--export-profile", "srgb", "--fail-on", "truncated"], cancel);
        if (print.Missing) return (null, PhotoRefusal.Unavailable);
        if (print.Failed || !File.Exists(made)) return (null, PhotoRefusal.Damaged);
        return (await File.ReadAllBytesAsync(made, cancel), null);
    }

    async Task<Run> RunAsync(string tool, string[] arguments, CancellationToken cancel)
    {
        // prlimit puts a lid on memory (1 GB), processor time (10 s) and what may be written (64 MB).
        var start = new ProcessStartInfo("prlimit",
            ["--as=1073741824", "--cpu=10", "--fsize=67108864", "--core=0", Path.Combine(settings.ToolFolder, tool), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            return await WatchAsync(process, tool, cancel);
        }
        catch (Win32Exception missing)
        {
            LogMissing(tool, missing.Message);
            return Run.Without;
        }
    }

    async Task<Run> WatchAsync(Process process, string tool, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode is 126 or 127)
            {
                LogMissing(tool, await errors);
                return Run.Without;
            }

            return new Run(await output, Missing: false, Failed: process.ExitCode != 0);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Run("", Missing: false, Failed: true);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Photos cannot be taken in: {Tool} of the package libvips-tools does not run ({Why}).")]
    partial void LogMissing(string tool, string why);

    sealed record Run(string Output, bool Missing, bool Failed)
    {
        public static Run Without { get; } = new("", Missing: true, Failed: true);
    }
}

/// <summary>Where the photo tools are; empty to look for them on the path.</summary>
public sealed record PhotoSettings
{
    public string ToolFolder { get; init; } = "";
}

/// <summary>Why a file is not taken as a photo.</summary>
public enum PhotoRefusal
{
    Empty,
    TooLarge,
    NotAPhoto,
    Damaged,
    TooManyPixels,
    Unavailable,
}
