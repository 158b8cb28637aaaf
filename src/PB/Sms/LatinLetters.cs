namespace PB.Sms;

/// <summary>Latin letters without their accents, by a table: where no language data is installed, the runtime's own way leaves them as they are in silence.</summary>
static class LatinLetters
{
    static readonly Dictionary<char, string> Table = Make(
        ("A", "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"), ("AE", "ÆǼ"), ("C", "ÇĆĈĊČ"), ("D", "ÐĎĐ"), ("E", "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆ"), ("G", "ĜĞĠĢ"), ("H", "ĤĦ"),
        ("I", "ÌÍÎÏĨĪĬĮİıỈỊ"), ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐƠỌỎỐỒỔỖỘỚỜỞỠỢ"), ("OE", "Œ"), ("R", "ŔŖŘ"),
        ("S", "ŚŜŞŠȘ"), ("SS", "ß"), ("T", "ŢŤŦȚ"), ("TH", "Þ"), ("U", "ÙÚÛÜŨŪŬŮŰŲƯỤỦỨỪỬỮỰ"), ("W", "ŴẀẂẄ"), ("Y", "ÝŶŸỲỴỶỸ"), ("Z", "ŹŻŽ"));

    /// <summary>The letter without its accent, in its own case; null where it is no Latin letter with one.</summary>
    public static string? Plain(char letter)
    {
        if (Table.TryGetValue(letter, out var plain))
            return letter is 'ß' or 'ı' ? plain.ToLowerInvariant() : plain;
        var upper = char.ToUpperInvariant(letter);
        return upper != letter && Table.TryGetValue(upper, out plain) ? plain.ToLowerInvariant() : null;
    }

    static Dictionary<char, string> Make(params (string Plain, string Letters)[] rows) =>
        rows.SelectMany(row => row.Letters.Select(letter => (letter, row.Plain))).ToDictionary(pair => pair.letter, pair => pair.Plain);
}
