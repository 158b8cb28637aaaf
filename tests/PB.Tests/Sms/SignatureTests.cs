using System.Text;
using System.Text.Json;
using PB.Sms;
using PB.Tests.Town;

namespace PB.Tests.Sms;

public sealed class SignatureTests
{
    const string Address = "https://pb.example.org.uk/webhooks/twilio/sms";
    const string Token = "0123456789abcdef0123456789abcdef";

    static readonly string? Vectors = new[] { Environment.GetEnvironmentVariable("PB_SMS"), Path.Combine(Server.Root, "..", "shared", "sms") }
        .Where(folder => folder is not null).Select(folder => Path.Combine(folder!, "twilio-vectors.json")).FirstOrDefault(File.Exists);

    [Fact]
    public void All_known_signatures_are_accepted_and_all_false_ones_refused()
    {
        Assert.SkipWhen(Vectors is null, "There are no vectors beside this checkout; PB_SMS names their folder.");
        using var known = JsonDocument.Parse(File.ReadAllText(Vectors!));
        var (right, wrong) = (known.RootElement.GetProperty("vectors").EnumerateArray().ToList(), known.RootElement.GetProperty("negative").EnumerateArray().ToList());

        Assert.Equal((41, 14), (right.Count, wrong.Count));
        Assert.All(right, vector => Assert.True(Accepts(vector, vector.GetProperty("signedUrl").GetString()!, "signature"), $"{vector.GetProperty("id")} as signed"));
        Assert.All(right, vector => Assert.True(
            Accepts(vector, vector.GetProperty("requestUrl").GetString()!, "signature") == vector.GetProperty("nodeValidatesRequestUrl").GetBoolean(), $"{vector.GetProperty("id")} as seen"));
        Assert.All(wrong, vector => Assert.False(Accepts(vector, vector.GetProperty("url").GetString()!, "header"), vector.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("https://pb.example.org.uk/webhooks/twilio/sms", "https://pb.example.org.uk:443/webhooks/twilio/sms", true)]
    [InlineData("https://pb.example.org.uk:8443/webhooks/twilio/sms", "https://pb.example.org.uk/webhooks/twilio/sms", true)]
    [InlineData("https://pb.example.org.uk/webhooks/twilio/sms", "http://pb.example.org.uk/webhooks/twilio/sms", false)]
    [InlineData("https://pb.example.org.uk/webhooks/twilio/sms", "https://pb.example.org.uk/webhooks/twilio/sms/", false)]
    [InlineData("https://pb.example.org.uk/webhooks/twilio/sms", "https://10.0.0.5:8080/webhooks/twilio/sms", false)]
    public void Only_the_port_may_differ_between_the_signed_address_and_ours(string ours, string theirs, bool accepted)
    {
        KeyValuePair<string, IReadOnlyList<string>>[] fields = [new("Body", ["VOTE 1"]), new("From", ["+447700900101"])];
        Assert.Equal(accepted, TwilioSignature.IsOf(TwilioSignature.Sign(theirs, fields, Token), ours, fields, [Token]));
    }

    [Fact]
    public void Both_tokens_are_believed_while_one_takes_the_place_of_the_other()
    {
        KeyValuePair<string, IReadOnlyList<string>>[] fields = [new("Body", [""]), new("X", ["b", "a", "b"])];
        var header = TwilioSignature.Sign(Address, fields, Token);

        Assert.True(TwilioSignature.IsOf(header, Address, fields, ["another", Token]));
        Assert.False(TwilioSignature.IsOf(header, Address, fields, ["another", ""]));
        Assert.False(TwilioSignature.IsOf("", Address, fields, [Token]));
    }

    static bool Accepts(JsonElement vector, string address, string header)
    {
        var (signature, token) = (vector.GetProperty(header).GetString(), vector.GetProperty("token").GetString()!);
        if (vector.TryGetProperty("rawBody", out var raw) && raw.ValueKind is JsonValueKind.String)
            return TwilioSignature.IsOf(signature, address, Encoding.UTF8.GetBytes(raw.GetString()!), [token]);
        KeyValuePair<string, IReadOnlyList<string>>[] fields = vector.TryGetProperty("params", out var named) && named.ValueKind is JsonValueKind.Object
            ? [.. named.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, (IReadOnlyList<string>)(field.Value.ValueKind is JsonValueKind.Array
                ? [.. field.Value.EnumerateArray().Select(value => value.GetString()!)] : [field.Value.GetString()!])))]
            : [];
        return TwilioSignature.IsOf(signature, address, fields, [token]);
    }
}
