using System.Security.Cryptography;
using PB.Tally.Log;

namespace PB.Tally.Tests.Log;

public sealed class ReceiptCodeTests
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    static readonly string[] Codes = [.. Enumerable.Range(0, 50).Select(i => ReceiptCode.Of(SHA256.HashData([(byte)i])))];

    [Fact]
    public void A_code_is_the_known_answer_and_its_check_character() =>
        Assert.Equal("KSYG-9B5E-PEEW-P4FH-HT1Q-C", ReceiptCode.Of(Convert.FromHexString("9e7d04acaeb39dcb11f18e837a4eb0db207254fdab4efabb36a7647bc354b59b")));

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0} ")]
    [InlineData("{0}.")]
    public void A_code_is_read_however_it_is_typed(string around)
    {
        foreach (var code in Codes)
            foreach (var typed in (string[])[code, code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), code.Replace('-', ' '), code.Replace('0', 'O').Replace('1', 'l')])
            {
                Assert.Null(ReceiptCode.Read(around.Replace("{0}", typed, StringComparison.Ordinal), out var read));
                Assert.Equal(code, read);
            }
    }

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        foreach (var code in Codes)
            for (var i = 0; i < code.Length; i++)
                foreach (var other in Alphabet.Where(c => code[i] != '-' && c != code[i]))
                    Assert.Equal(ReceiptCodeMistake.DoesNotAddUp, ReceiptCode.Read(code[..i] + other + code[(i + 1)..], out _));
    }

    [Fact]
    public void Every_two_characters_that_change_places_are_noticed()
    {
        foreach (var code in Codes)
            for (var i = 0; i < code.Length; i++)
                for (var j = i + 1; j < code.Length; j++)
                    if (code[i] != '-' && code[j] != '-' && code[i] != code[j])
                    {
                        var typed = code.ToCharArray();
                        (typed[i], typed[j]) = (typed[j], typed[i]);
                        Assert.Equal(ReceiptCodeMistake.DoesNotAddUp, ReceiptCode.Read(new(typed), out _));
                    }
    }

    [Theory]
    [InlineData(null, ReceiptCodeMistake.WrongLength)]
    [InlineData("", ReceiptCodeMistake.WrongLength)]
    [InlineData("KSYG-9B5E", ReceiptCodeMistake.WrongLength)]
    [InlineData("KSYG-9B5E-PEEW-P4FH-HT1Q", ReceiptCodeMistake.WrongLength)]
    [InlineData("KSYG-9B5E-PEEW-P4FH-HT1U-C", ReceiptCodeMistake.NoSuchCharacter)]
    [InlineData("KSYG-9B5E-PEEW-P4FH-HT1é-C", ReceiptCodeMistake.NoSuchCharacter)]
    public void What_is_no_code_is_told_why(string? typed, ReceiptCodeMistake mistake) => Assert.Equal(mistake, ReceiptCode.Read(typed, out _));

    [Fact]
    public void A_code_stands_for_the_first_bytes_of_the_leaf()
    {
        for (var i = 0; i < 50; i++)
            Assert.Equal(SHA256.HashData([(byte)i])[..ReceiptCode.PrefixLength], ReceiptCode.Prefix(Codes[i]));
    }
}
