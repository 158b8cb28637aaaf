namespace PB.Grants.Marking;

/// <summary>Why a mark or a card is not taken.</summary>
public enum MarkingRefusal
{
    NotOpenYet,
    Closed,

    /// <summary>They first have to say whether they have a stake in it.</summary>
    NotDeclared,

    /// <summary>Somebody else reads it.</summary>
    NotInThePile,
    HandedInAlready,
    NotEnoughAnswered,
}
