using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PB.Tally;

namespace PB.Data;

/// <summary>Keeps money as a whole number of minor units.</summary>
sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.MinorUnits, units => new Money(units));
