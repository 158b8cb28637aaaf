using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PB.Tally;

namespace PB.Cli;

static class TallyJson
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(Tallied tallied, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) Write(tallied, json);
        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    static void Write(Tallied tallied, Utf8JsonWriter json)
    {
        var count = tallied.Count;
        json.WriteStartObject();
        json.WriteString("rule", count.Rule);
        json.WriteString("currency", tallied.Currency.Code);
        Amount("budget", count.Budget);
        Amount("spent", count.Spent);
        json.WriteNumber("ballots", count.Ballots);
        Ids("funded", count.Funded);
        json.WriteStartArray("ties");
        foreach (var tie in count.Ties) Write(tie);
        json.WriteEndArray();
        json.WriteStartArray("projects");
        foreach (var step in count.Steps) WriteStep(step);
        json.WriteEndArray();
        json.WriteEndObject();

        void Amount(string name, Money money)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(tallied.Exact(money));
        }

        void Ids(string name, IEnumerable<int> numbers)
        {
            json.WriteStartArray(name);
            foreach (var number in numbers) json.WriteStringValue(tallied.Project(number).Id);
            json.WriteEndArray();
        }

        void Write(Tie tie)
        {
            json.WriteStartObject();
            Ids("tied", tie.Numbers);
            json.WriteString("decided_by", "project_id");
            Ids("order", tie.Order);
            json.WriteEndObject();
        }

        void WriteStep(Step step)
        {
            json.WriteStartObject();
            json.WriteString("id", tallied.Project(step.Number).Id);
            json.WriteNumber("votes", step.Votes);
            Amount("cost", step.Cost);
            json.WriteString("outcome", Words.Key(step.Outcome));
            Amount("awarded", step.Awarded);
            Amount("money_after", step.MoneyAfter);
            json.WriteEndObject();
        }
    }
}
