using System.Net;
using System.Net.Mail;

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
    public async Task CarryAsync(Message message, CancellationToken cancel)
    {
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, Timeout = 20_000 };
        if (settings.User.Length > 0)
            client.Credentials = new NetworkCredential(settings.User, settings.Password);
        try
        {
            using var mail = new MailMessage(settings.From, message.To, message.Subject, message.Body);
            // The same key gives the same id, so that a mail sent twice after a crash can be told apart from two mails.
            mail.Headers.Add("Message-ID", $"<{message.Id}@{new MailAddress(settings.From).Host}>");
            await client.SendMailAsync(mail, cancel);
        }
        catch (SmtpException failure)
        {
            throw new MailRefusedException(failure.Message, IsPermanent(failure.StatusCode), failure);
        }
        catch (FormatException failure)
        {
            throw new MailRefusedException(failure.Message, permanent: true, failure);
        }
    }

    static bool IsPermanent(SmtpStatusCode code) => (int)code is >= 550 and < 560;
}
