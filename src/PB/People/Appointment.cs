namespace PB.People;

/// <summary>A neighbourhood that a manager looks after, with everything inside it.</summary>
public sealed class Appointment
{
    Appointment() { }

    public Appointment(Guid personId, Guid neighbourhoodId) => (PersonId, NeighbourhoodId) = (personId, neighbourhoodId);

    public Guid PersonId { get; private set; }
    public Guid NeighbourhoodId { get; private set; }
}
