namespace PB.Grants.Marking;

/// <summary>Why a mark or a card is not taken.</summary>
public enum MarkingRefusal
{
    /// <summary>Marking has not begun, the call was cancelled, or it is not theirs to mark any more.</summary>
    NotOpen,
    Closed,
    HandedInAlready,
    NotEnoughAnswered,
}
