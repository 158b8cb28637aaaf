using PB.Outbox;

namespace PB.Web.Outbox;

public sealed record MailPage(int Number, Message Mail, Uri Site)
{
    public IEnumerable<IReadOnlyList<LinkedText>> Lines =>
        Mail.Body.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => LinkedText.Of(line, Site));
}
