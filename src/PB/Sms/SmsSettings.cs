namespace PB.Sms;

/// <summary>How texts come and go, from the settings' section Sms.</summary>
public sealed record SmsSettings
{
    /// <summary>twilio; simulator, whose texts are read on a page; or none.</summary>
    public string Gateway { get; init; } = "none";

    public string AccountSid { get; init; } = "";
    public string AuthToken { get; init; } = "";

    /// <summary>The other token while one takes the place of the other.</summary>
    public string SecondAuthToken { get; init; } = "";

    /// <summary>A key that can be taken back, for sending; the account and its token where none is given.</summary>
    public string KeySid { get; init; } = "";

    public string KeySecret { get; init; } = "";
    public string MessagingServiceSid { get; init; } = "";
    public Uri Api { get; init; } = new("https://api.twilio.com/");

    /// <summary>What a part of a message costs, in hundredths of a penny, for the figures and the limits.</summary>
    public int CostOfPart { get; init; } = 400;

    /// <summary>What all texts of a day may cost, in minor units; 0 for no limit.</summary>
    public long DailyLimit { get; init; }

    /// <summary>Where texts are kept that could not be dealt with when they came.</summary>
    public string FallbackFolder { get; init; } = "";

    public IEnumerable<string> Tokens => new[] { AuthToken, SecondAuthToken }.Where(token => token.Length > 0);
}
