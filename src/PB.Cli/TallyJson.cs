using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PB.Tally;

namespace PB.Cli;

/// <summary>A count as one JSON object, with the file's ids and amounts in the main unit.</summary>
sealed class TallyJson(Tallied tallied, Utf8JsonWriter json)
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(Tallied tallied, IReadOnlyList<string>? explained, TextWriter output)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options)) new TallyJson(tallied, json).WriteCount(explained);
        output.WriteLine(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    void WriteCount(IReadOnlyList<string>? explained)
    {
        var count = tallied.Count;
        json.WriteStartObject();
        json.WriteString("rule", count.Rule);
        json.WriteString("currency", tallied.Currency.Code);
        WriteAmount("budget", count.Budget);
        WriteAmount("spent", count.Spent);
        json.WriteNumber("ballots", count.Ballots);
        WriteIds("funded", count.Funded);
        json.WriteStartArray("ties");
        foreach (var tie in count.Ties) WriteTie(tie);
        json.WriteEndArray();
        json.WriteStartArray("projects");
        foreach (var step in count.Steps) WriteStep(step);
        json.WriteEndArray();
        if (explained is not null) json.WriteString("explanation", string.Join("\n\n", explained));
        json.WriteEndObject();
    }

    void WriteTie(Tie tie)
    {
        json.WriteStartObject();
        WriteIds("tied", tie.Numbers);
        json.WriteString("decided_by", Words.Key(tie.DecidedBy));
        WriteIds("order", tie.Order);
        json.WriteEndObject();
    }

    void WriteStep(Step step)
    {
        json.WriteStartObject();
        json.WriteString("id", tallied.Project(step.Number).Id);
        json.WriteNumber("votes", step.Votes);
        WriteAmount("cost", step.Cost);
        json.WriteString("outcome", Words.Key(step.Outcome));
        WriteAmount("awarded", step.Awarded);
        WriteAmount("money_after", step.MoneyAfter);
        if (step.VotesShort is { } votes) json.WriteNumber("votes_short", votes);
        if (step.CheaperBy is { } money) WriteAmount("cheaper_by", money);
        if (step.Why is { } why) WriteDecision(why);
        json.WriteEndObject();
    }

    // Fractions are texts such as "47391/31", in minor units, so that nothing is rounded.
    void WriteDecision(Decision why)
    {
        json.WriteStartObject("decision");
        json.WriteString("phase", why.Phase);
        if (why.Score is { } score) json.WriteString("score", score.ToString());
        json.WriteNumber("supporters", why.Supporters);
        if (why.MostPaid is { } most)
        {
            json.WriteString("most_paid", most.ToString());
            json.WriteNumber("paid_all_they_had", why.PaidAllTheyHad);
        }
        if (why.SupportersHad is { } had) json.WriteString("supporters_had", had.ToString());
        json.WriteEndObject();
    }

    void WriteAmount(string name, Money money)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(tallied.Exact(money));
    }

    void WriteIds(string name, IEnumerable<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteStringValue(tallied.Project(number).Id);
        json.WriteEndArray();
    }
}
