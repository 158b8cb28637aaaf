namespace PB.Web.Demonstration;

/// <summary>Whether this site only plays.</summary>
sealed class Demonstration(IConfiguration configuration)
{
    public bool IsOn => configuration.GetValue<bool>("PB:Demonstration");
}
