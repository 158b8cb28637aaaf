namespace PB.Cli;

/// <summary>Says on a terminal, while something takes more than a second, what it is and for how long it has run; elsewhere it says nothing.</summary>
sealed class Progress : IDisposable
{
    readonly string what;
    readonly TextWriter error;
    readonly Lock pen = new();
    readonly Timer? timer;
    int seconds;
    bool isOver;

    Progress(string what, TextWriter error, bool isWatched)
    {
        (this.what, this.error) = (what, error);
        if (isWatched) timer = new(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public static Progress Of(string what, TextWriter error) => new(what, error, ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);

    public void Dispose()
    {
        timer?.Dispose();
        lock (pen)
        {
            isOver = true;
            if (seconds > 0) error.Write($"\r{new string(' ', what.Length + 16)}\r");
        }
    }

    void Tick()
    {
        lock (pen)
            if (!isOver) error.Write($"\r{what} … {++seconds} s");
    }
}
