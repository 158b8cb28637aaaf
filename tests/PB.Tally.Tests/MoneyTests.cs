using System.Text.Json;

namespace PB.Tally.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("GBP", "0", 0)]
    [InlineData("GBP", "12", 1200)]
    [InlineData("GBP", "12.5", 1250)]
    [InlineData("GBP", " £ 1,234,567.89 ", 123456789)]
    [InlineData("GBP", "1234567", 123456700)]
    [InlineData("GBP", "100,000,000,000", 10_000_000_000_000)]
    [InlineData("JPY", "1,200", 1200)]
    [InlineData("KWD", "1.234", 1234)]
    public void What_a_person_typed_is_read_exactly(string code, string text, long minor)
    {
        Assert.True(Currency.Of(code).TryParse(text, out var money));
        Assert.Equal(new Money(minor), money);
    }

    [Theory]
    [InlineData("GBP", null)]
    [InlineData("GBP", "")]
    [InlineData("GBP", "£")]
    [InlineData("GBP", "-1")]
    [InlineData("GBP", "+1")]
    [InlineData("GBP", "1.")]
    [InlineData("GBP", ".5")]
    [InlineData("GBP", "1.234")]
    [InlineData("GBP", "1,23")]
    [InlineData("GBP", ",123")]
    [InlineData("GBP", "1234,567")]
    [InlineData("GBP", "1,,234")]
    [InlineData("GBP", "1.5.5")]
    [InlineData("GBP", "1e6")]
    [InlineData("GBP", "1 000")]
    [InlineData("GBP", "١٢")]
    [InlineData("GBP", "100,000,000,000.01")]
    [InlineData("GBP", "99999999999999999999999999")]
    [InlineData("JPY", "1.0")]
    public void What_is_not_an_amount_is_refused(string code, string? text)
    {
        Assert.False(Currency.Of(code).TryParse(text, out var money));
        Assert.Equal(Money.Zero, money);
    }

    [Theory]
    [InlineData("gbp")]
    [InlineData("GB")]
    [InlineData("£££")]
    public void A_currency_is_three_capital_letters(string code) => Assert.Throws<ArgumentException>(() => Currency.Of(code));

    [Fact]
    public void Sums_that_do_not_fit_are_errors_not_other_sums()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.True(new Money(1) - new Money(2) is { IsNegative: true });
        Assert.True(new Money(1) < new Money(2) && new Money(2) >= new Money(2) && new Money(3).CompareTo(new(2)) > 0);
    }

    [Fact]
    public void In_json_an_amount_is_a_number_of_minor_units()
    {
        Assert.Equal("1250", JsonSerializer.Serialize(new Money(1250)));
        Assert.Equal(new Money(1250), JsonSerializer.Deserialize<Money>("1250"));
    }
}
