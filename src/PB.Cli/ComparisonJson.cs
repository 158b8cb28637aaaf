using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PB.Tally;

namespace PB.Cli;

/// <summary>A comparison as one JSON object: amounts in the main unit and exact, shares from 0 to 1 rounded to 12 digits.</summary>
sealed class ComparisonJson(Comparison comparison, Utf8JsonWriter json)
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(Comparison comparison, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) new ComparisonJson(comparison, json).WriteAll();
        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    void WriteAll()
    {
        json.WriteStartObject();
        json.WriteString("currency", comparison.Electing.Currency.Code);
        WriteAmount("budget", comparison.Electing.Election.Budget);
        json.WriteNumber("ballots", comparison.Measures[0].Voters);
        json.WriteStartArray("rules");
        for (var at = 0; at < comparison.Counts.Length; at++) WriteRule(comparison.Counts[at].Count, comparison.Measures[at]);
        json.WriteEndArray();
        json.WriteStartArray("differing");
        foreach (var step in comparison.Differing) WriteDiffering(step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void WriteRule(Count count, Measures measures)
    {
        json.WriteStartObject();
        json.WriteString("rule", count.Rule);
        WriteAmount("spent", count.Spent);
        json.WriteStartArray("funded");
        foreach (var number in count.Funded) json.WriteStringValue(comparison.Electing.Project(number).Id);
        json.WriteEndArray();
        json.WriteNumber("share_with_nothing", measures.ShareWithNothing.ToDecimal());
        json.WriteNumber("average_projects", measures.AverageProjects.ToDecimal());
        json.WriteNumber("average_money", (measures.AverageMoney / comparison.Electing.Currency.MinorPerMajor).ToDecimal());
        if (measures.AveragePoints is { } points) json.WriteNumber("average_points", points.ToDecimal());
        json.WriteStartArray("categories");
        foreach (var area in measures.Areas) WriteCategory(area);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void WriteCategory(AreaMeasure area)
    {
        json.WriteStartObject();
        json.WriteString("category", area.Name);
        WriteAmount("spent", area.Spent);
        json.WriteNumber("share_of_spending", area.ShareOfSpending.ToDecimal());
        json.WriteNumber("share_of_votes", area.ShareOfVotes.ToDecimal());
        json.WriteEndObject();
    }

    void WriteDiffering(Step step)
    {
        json.WriteStartObject();
        json.WriteString("id", comparison.Electing.Project(step.Number).Id);
        json.WriteNumber("votes", step.Votes);
        WriteAmount("cost", step.Cost);
        json.WriteStartArray("funded_by");
        for (var at = 0; at < comparison.Counts.Length; at++)
            if (comparison.Funded[at].Contains(step.Number)) json.WriteStringValue(comparison.Counts[at].Count.Rule);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    void WriteAmount(string name, Money money)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(comparison.Electing.Exact(money));
    }
}
