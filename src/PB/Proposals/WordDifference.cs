namespace PB.Proposals;

/// <summary>What is different between two texts, word by word.</summary>
public static class WordDifference
{
    /// <summary>The words of both texts in order. Put together without what is new they give the first text, without what is gone the second.</summary>
    public static IReadOnlyList<Piece> Of(string before, string after)
    {
        var (old, young) = (Words(before), Words(after));
        var common = CommonAfter(old, young);
        var pieces = new List<Piece>();
        for (var (i, j) = (0, 0); i < old.Count || j < young.Count;)
        {
            if (i < old.Count && j < young.Count && old[i] == young[j])
            {
                Add(pieces, PieceKind.Same, old[i++]);
                j++;
            }
            else if (j == young.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
                Add(pieces, PieceKind.Gone, old[i++]);
            else
                Add(pieces, PieceKind.New, young[j++]);
        }

        return pieces;
    }

    // The length of the longest sequence of words that is in both from these places on.
    static int[,] CommonAfter(List<string> old, List<string> young)
    {
        var common = new int[old.Count + 1, young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
            for (var j = young.Count - 1; j >= 0; j--)
                common[i, j] = old[i] == young[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    // A word with the space behind it: what follows the last letter belongs to it.
    static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }

    static void Add(List<Piece> pieces, PieceKind kind, string words)
    {
        if (pieces.Count > 0 && pieces[^1].Kind == kind)
            pieces[^1] = new Piece(kind, pieces[^1].Words + words);
        else
            pieces.Add(new Piece(kind, words));
    }
}

/// <summary>Some words that stayed, came or went.</summary>
public sealed record Piece(PieceKind Kind, string Words);

public enum PieceKind
{
    Same,
    Gone,
    New,
}
