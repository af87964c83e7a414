using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Fleet.Contracts.Agents;
using Fleet.Operator.Commands;
using Fleet.Operator.Local;
using Fleet.Operator.Local.FrontDoor;
using Fleet.Operator.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Fleet.Operator.Tests.Local;

public sealed class FrontDoorTests : IAsyncLifetime
{
    private readonly Uri _listen = new($"http://127.0.0.1:{FreePort.Take()}");
    private readonly Roster _roster = new();
    private readonly List<WebApplication> _routers = [];
    private readonly HttpClient _http = new();
    private FrontDoorApp _door = null!;

    public async ValueTask InitializeAsync()
    {
        _http.BaseAddress = _listen;
        var fleet = new FleetDoor(_roster, _ => Task.FromResult(new JsonObject { ["pools"] = new JsonArray() }), (own, _) => Task.FromResult(own));
        _door = await FrontDoorApp.OpenAsync(_listen, () => fleet, CancellationToken.None);
        _door.Follow(_roster);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _door.DisposeAsync();
        foreach (var router in _routers)
            await router.DisposeAsync();
    }

    [Fact]
    public async Task While_nobody_is_ready_a_customer_is_told_to_try_again()
    {
        var answer = await _http.PostAsJsonAsync("/v1/messages", new { text = "你好" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("1", answer.Headers.RetryAfter?.ToString());
        Assert.Contains("No router is ready", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/healthz")).StatusCode);
    }

    [Fact]
    public async Task A_message_that_a_dead_router_refuses_is_answered_by_a_living_one()
    {
        _roster.Set(AgentRole.Router, new($"http://127.0.0.1:{FreePort.Take()}"), new($"http://127.0.0.1:{FreePort.Take()}"), await RouterAsync());

        for (var i = 0; i < 20; i++)
        {
            var answer = await _http.PostAsJsonAsync("/v1/messages", new { text = $"{i}" });
            Assert.Contains($"\"{i}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_message_with_an_id_survives_the_death_of_its_router_and_one_without_is_not_said_twice()
    {
        var heard = 0;
        var dying = await RouterAsync(context =>
        {
            Interlocked.Increment(ref heard);
            context.Abort();
            return Task.CompletedTask;
        });
        _roster.Set(AgentRole.Router, dying);
        Assert.False((await _http.PostAsJsonAsync("/v1/messages", new { text = "no id" })).IsSuccessStatusCode);
        Assert.Equal(1, heard);

        _roster.Set(AgentRole.Router, dying, await RouterAsync());
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await _http.PostAsJsonAsync("/v1/messages", new { id = $"{i}", text = "x" })).StatusCode);
    }

    [Fact]
    public async Task A_chat_passes_in_both_directions()
    {
        _roster.Set(AgentRole.Router, await RouterAsync());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new($"ws://127.0.0.1:{_listen.Port}/chat"), CancellationToken.None);

        await socket.SendAsync(Encoding.UTF8.GetBytes("转人工"), WebSocketMessageType.Text, true, CancellationToken.None);
        var buffer = new byte[100];
        var got = await socket.ReceiveAsync(buffer, CancellationToken.None);

        Assert.Equal("转人工", Encoding.UTF8.GetString(buffer, 0, got.Count));
    }

    [Fact]
    public async Task The_directory_lists_ready_specialists_to_agents_and_not_to_the_world()
    {
        _roster.Set(AgentRole.Orders, new Uri("http://127.0.0.1:1234"));

        Assert.Equal(["http://127.0.0.1:1234"], (await _http.GetFromJsonAsync<string[]>($"{_door.Directory}/Orders"))!);
        Assert.Empty((await _http.GetFromJsonAsync<string[]>($"{_door.Directory}/AfterSales"))!);
        Assert.Equal(HttpStatusCode.NotFound, (await _http.GetAsync($"{_door.Directory}/Nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _http.GetAsync("/directory/Orders")).StatusCode);
    }

    [Fact]
    public async Task A_port_in_use_is_told_with_its_address_and_a_way_out()
    {
        var busy = await Assert.ThrowsAsync<FailureException>(() => FrontDoorApp.OpenAsync(_listen, () => null!, CancellationToken.None));

        Assert.Contains(_listen.ToString().TrimEnd('/'), busy.Message, StringComparison.Ordinal);
        Assert.Contains("--listen", busy.Message, StringComparison.Ordinal);
    }

    private async Task<Uri> RouterAsync(Func<HttpContext, Task>? handle = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        var builder = WebApplication.CreateSlimBuilder();
        var app = builder.Build();
        app.Urls.Add(address.ToString());
        app.UseWebSockets();
        app.MapGet(AgentEndpoints.Ready, () => "ready");
        app.MapPost(AgentEndpoints.Messages, handle ?? (context => context.Request.Body.CopyToAsync(context.Response.Body)));
        app.Map(AgentEndpoints.Chat, async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[1000];
            var got = await socket.ReceiveAsync(buffer, CancellationToken.None);
            await socket.SendAsync(buffer.AsMemory(0, got.Count), WebSocketMessageType.Text, true, CancellationToken.None);
        });
        await app.StartAsync();
        _routers.Add(app);
        return address;
    }

    private sealed class Roster : IReadyAgents
    {
        private readonly Dictionary<AgentRole, IReadOnlyList<ReadyAgent>> _ready = [];

        public event Action? Changed;

        public IReadOnlyList<ReadyAgent> Ready(AgentRole role) => _ready.GetValueOrDefault(role) ?? [];

        public void Set(AgentRole role, params Uri[] addresses)
        {
            _ready[role] = [.. addresses.Select((address, i) => new ReadyAgent($"{role}-{i}", address))];
            Changed?.Invoke();
        }
    }
}
