namespace PB.Grants.Awards;

/// <summary>How a group did on a criterion, without a figure.</summary>
public enum Band
{
    Strong,
    Good,
    Some,
    Little,
}
