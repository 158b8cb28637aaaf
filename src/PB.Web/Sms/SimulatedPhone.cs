namespace PB.Web.Sms;

/// <summary>What the simulator's telephone network calls itself.</summary>
static class SimulatedPhone
{
    public const string AccountSid = "AC00000000000000000000000000000000";
}
