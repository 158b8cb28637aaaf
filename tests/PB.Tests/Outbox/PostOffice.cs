using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace PB.Tests.Outbox;

/// <summary>A real SMTP server on loopback, which keeps what it takes and knows nobody at nowhere.example.</summary>
public sealed class PostOffice : IAsyncDisposable
{
    const string Handler = """
        import email, email.policy, json, os, uuid

        class Keeping:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.endswith("@nowhere.example"):
                    return f"550 5.1.1 <{address}>: nobody of this name"
                envelope.rcpt_tos.append(address)
                return "250 OK"

            async def handle_DATA(self, server, session, envelope):
                mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
                kept = dict(From=str(mail["from"]), To=str(mail["to"]), Subject=str(mail["subject"]), Id=str(mail["message-id"]),
                            Body=mail.get_content(), Envelope=[envelope.mail_from, *envelope.rcpt_tos])
                draft = str(uuid.uuid4())
                with open(draft, "w") as file:
                    json.dump(kept, file)
                os.rename(draft, draft + ".json")
                return "250 OK"
        """;

    // The packaged one, which has the server; the first in the path may be another.
    static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pb-mail-");
    Process? server;

    public PostOffice(int port) => Port = port;

    public int Port { get; }

    public static void SkipWhereThereIsNone()
    {
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true });
        python!.WaitForExit();
        Assert.SkipUnless(python.ExitCode == 0, "There is no SMTP server to send to: apt-get install python3-aiosmtpd");
    }

    public async Task OpenAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "office.py"), Handler);
        var address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");
        var start = new ProcessStartInfo(Python, ["-m", "aiosmtpd", "-n", "-l", address, "-c", "office.Keeping"]) { WorkingDirectory = folder.FullName };
        start.Environment["PYTHONPATH"] = folder.FullName;
        server = Process.Start(start);
        for (var tries = 0; tries < 100; tries++, await Task.Delay(100))
            if (await AnswersAsync())
                return;
        throw new InvalidOperationException("The SMTP server does not start.");
    }

    public async Task<IReadOnlyList<Letter>> LettersAsync()
    {
        var letters = new List<Letter>();
        foreach (var file in folder.EnumerateFiles("*.json"))
            letters.Add(JsonSerializer.Deserialize<Letter>(await File.ReadAllTextAsync(file.FullName))!);
        return letters;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        folder.Delete(recursive: true);
    }

    async Task<bool> AnswersAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

/// <summary>A mail as its reader gets it.</summary>
public sealed record Letter(string From, string To, string Subject, string Id, string Body, string[] Envelope);
