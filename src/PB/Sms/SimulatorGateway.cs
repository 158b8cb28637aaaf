using PB.Data;

namespace PB.Sms;

/// <summary>Plays the telephone network: texts that go out are read on the simulator's page, and nothing leaves the house.</summary>
public sealed class SimulatorGateway(TimeProvider clock) : ITextGateway
{
    public bool IsReady => true;

    public Task<SentText> SendAsync(OutgoingText text, CancellationToken cancel) =>
        Task.FromResult(new SentText($"SM{Ids.New(clock.GetUtcNow()):N}", DeliveryState.Delivered));

    // A text of the simulator is there at once: when it came is when the provider had it.
    public Task<DateTimeOffset?> ReceivedAtAsync(string messageSid, CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(clock.GetUtcNow());

    public Task<IReadOnlyList<ProviderText>> ReceivedAsync(string number, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ProviderText>>([]);

    public Task<SentText?> FindSentAsync(OutgoingText text, DateTimeOffset since, CancellationToken cancel) => Task.FromResult<SentText?>(null);

    public Task RedactAsync(string messageSid, CancellationToken cancel) => Task.CompletedTask;

    public Task ForgetAsync(string messageSid, CancellationToken cancel) => Task.CompletedTask;
}
