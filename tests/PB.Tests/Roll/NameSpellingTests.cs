using PB.Roll;

namespace PB.Tests.Roll;

public sealed class NameSpellingTests
{
    [Theory]
    [InlineData("Zoë O'Neill-Smith", "SMITH ONEILL ZOE")]
    [InlineData("Zoë O'Neill-Smith", "zoe o\u2019neill\u2011smith")]
    [InlineData("Zoë O'Neill-Smith", "Zoe\u0308 O\u02BCNeill \u2013 Smith")]
    [InlineData("Zoë O'Neill-Smith", " Smith,  Zoe\u00A0O Neill ")]
    [InlineData("Zoë O'Neill-Smith", "ＺＯＥ O\u2018Neill Smith")]
    [InlineData("Łukasz Żółw", "lukasz zolw")]
    [InlineData("Søren Ærø", "SOREN AERO")]
    [InlineData("Groß", "GROSS")]
    [InlineData("Siân ap Siôn", "Sian Ap Sion")]
    [InlineData("D\u2032Arcy Mc Donald", "DArcy McDonald")]
    [InlineData("Anne\u2212Marie Of\uFB01ng", "Anne Marie Ofﬁng")]
    [InlineData("J. R. Moss", "J R Moss")]
    [InlineData("İpek Işık", "ipek isik")]
    public void One_name_in_two_spellings_is_one_name(string one, string other) => Assert.Equal(Key(one), Key(other));

    [Theory]
    [InlineData("Müller", "Mueller")]
    [InlineData("Ann Price", "Anne Price")]
    [InlineData("Ann Price", "Ann Rice")]
    [InlineData("Anna Maria", "Annamaria")]
    [InlineData("Amina Yusuf", "Amina Yusuf Yusuf")]
    public void Two_names_are_two_names(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    static string Key(string name) => string.Join(' ', NameSpelling.Words(name).Order(StringComparer.Ordinal));
}
