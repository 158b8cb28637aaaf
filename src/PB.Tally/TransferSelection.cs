using System.Text.Json.Serialization;

namespace PB.Tally;

/// <summary>By what a cumulative transferable vote says which project is ahead.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransferSelection>))]
public enum TransferSelection
{
    /// <summary>By what it is given beyond its cost.</summary>
    Excess,

    /// <summary>By what it is given for each unit of its cost; a project of cost zero is ahead of all others.</summary>
    SupportOverCost,

    /// <summary>By what it is given.</summary>
    Support,
}
