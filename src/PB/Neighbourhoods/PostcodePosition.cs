namespace PB.Neighbourhoods;

/// <summary>Where on the map a postcode lies, from the national directory: for those that no neighbourhood's list has.</summary>
public sealed class PostcodePosition
{
    PostcodePosition() { }

    /// <summary>In its normal form, see <see cref="Neighbourhoods.Postcode"/>.</summary>
    public string Postcode { get; private set; } = "";

    public double Latitude { get; private set; }
    public double Longitude { get; private set; }
}
