using System.Text.Json;
using System.Text.Json.Serialization;

namespace PB.Tally;

sealed class FractionJson : JsonConverter<Fraction>
{
    public override Fraction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Fraction.Parse(reader.GetString() ?? throw new JsonException("A fraction is a text."));

    public override void Write(Utf8JsonWriter writer, Fraction value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
