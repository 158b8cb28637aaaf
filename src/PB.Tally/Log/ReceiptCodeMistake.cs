namespace PB.Tally.Log;

/// <summary>Why something typed is no receipt code.</summary>
public enum ReceiptCodeMistake
{
    /// <summary>It has not 21 characters, hyphens and spaces apart.</summary>
    WrongLength,

    /// <summary>It has a character that no code has.</summary>
    NoSuchCharacter,

    /// <summary>The check character does not fit the others: at least one character is wrong, or two changed places.</summary>
    DoesNotAddUp,
}
