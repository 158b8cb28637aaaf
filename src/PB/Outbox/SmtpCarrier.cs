using System.Net;
using System.Net.Mail;
using System.Text;

namespace PB.Outbox;

/// <summary>Where mails go out.</summary>
public sealed record SmtpSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;
    public bool StartTls { get; init; } = true;
    public string User { get; init; } = "";
    public string Password { get; init; } = "";
    public string From { get; init; } = "";
}

/// <summary>Hands mails to an SMTP server.</summary>
public sealed class SmtpCarrier(SmtpSettings settings) : IMailCarrier
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public bool IsReady => settings.Host.Length > 0;

    public async Task CarryAsync(Message message, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls };
            if (settings.User.Length > 0)
                client.Credentials = new NetworkCredential(settings.User, settings.Password);
            using var mail = Written(message);
            await client.SendMailAsync(mail, patience.Token);
        }
        catch (SmtpException failure)
        {
            throw new MailRefusedException(Said(failure), IsPermanent(failure.StatusCode), failure);
        }
        catch (FormatException failure)
        {
            throw new MailRefusedException(failure.Message, permanent: true, failure);
        }
        catch (OperationCanceledException failure) when (!cancel.IsCancellationRequested)
        {
            throw new MailRefusedException($"The mail server did not answer within {Patience.TotalSeconds} seconds.", permanent: false, failure);
        }
    }

    MailMessage Written(Message message)
    {
        var mail = new MailMessage(settings.From, message.To)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Body,
            BodyEncoding = Encoding.UTF8,
        };
        // The same for every try, so that a mail sent twice after a crash can be told apart from two mails.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{mail.From!.Host}>");
        return mail;
    }

    static string Said(SmtpException failure)
    {
        var cause = (Exception)failure;
        while (cause.InnerException is { } inner)
            cause = inner;
        return cause == failure ? failure.Message : $"{failure.Message} {cause.Message}";
    }

    static bool IsPermanent(SmtpStatusCode code) => (int)code is >= 550 and < 560;
}
