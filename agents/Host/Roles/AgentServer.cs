using Fleet.Agents.Conversation;
using Fleet.Agents.Observability;
using Fleet.Agents.Shop;
using Fleet.Agents.Skills;
using Fleet.Contracts.Agents;
using Microsoft.Extensions.Options;
using Prometheus;

namespace Fleet.Agents.Roles;

/// <summary>Puts one agent together: what every role has, then what its own role adds.</summary>
internal static class AgentServer
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = new AgentOptions();
        var section = builder.Configuration.GetSection(AgentOptions.Section);
        section.Bind(options, binder => binder.BindNonPublicProperties = false);
        options = section.Get<AgentOptions>() ?? options;
        builder.Services.AddOptions<AgentOptions>().Bind(section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AgentOptions>, AgentOptionsCheck>();
        builder.Logging.ClearProviders().AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss.fff ";
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MessageCheck.MostBytes * 4;
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout + TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton<TurnGate>().AddSingleton<Drain>().AddSingleton<Readiness>();
        builder.Services.AddSingleton<OpenConversations>().AddHostedService(p => p.GetRequiredService<OpenConversations>());
        builder.Services.AddHostedService<WarmUp>().AddHostedService<DrainAtStop>().AddHostedService<ParentWatch>();
        builder.Services.AddShop(builder.Configuration);
        if (options.Role == AgentRole.Router)
            builder.Services.AddRouter(options);
        else
            builder.Services.AddSkills(options.Role);
        return Map(builder.Build(), options.Role);
    }

    private static WebApplication Map(WebApplication app, AgentRole role)
    {
        app.UseExceptionHandler();
        Readiness.Map(app);
        Drain.Map(app);
        app.MapMetrics(AgentEndpoints.Metrics);
        if (role != AgentRole.Router)
        {
            app.MapTurns();
            return app;
        }
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(15) });
        ChatPage.Map(app);
        app.MapMessages();
        ChatSocket.Map(app);
        return app;
    }
}
