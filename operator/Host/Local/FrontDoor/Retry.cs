using System.Net.Sockets;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Fleet.Operator.Local.FrontDoor;

/// <summary>
/// Sends a request that a dying router did not answer to another one: always when the connection was refused, and when it broke later only
/// for what may be said twice, which is a read or a message with an id (a router answers the second one with the stored reply).
/// </summary>
internal static class Retry
{
    private const int Attempts = 4;

    public static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var proxy = context.GetReverseProxyFeature();
        var repeatable = await RepeatableRequest.PrepareAsync(context);
        List<DestinationState> refused = [];
        while (true)
        {
            await next(context);
            if (context.GetForwarderErrorFeature() is not { } error || context.Response.HasStarted || context.RequestAborted.IsCancellationRequested
                || refused.Count + 1 >= Attempts || !(Refused(error) || (Broken(error) && repeatable)) || proxy.ProxiedDestination is not { } destination)
            {
                break;
            }
            refused.Add(destination);
            var others = proxy.AllDestinations.Where(one => !refused.Contains(one)).ToList();
            if (others.Count == 0)
                break;
            proxy.AvailableDestinations = others;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.Clear();
            if (context.Request.Body.CanSeek)
                context.Request.Body.Position = 0;
        }
        if (!context.Response.HasStarted && context.Response.StatusCode is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status502BadGateway
            && context.GetForwarderErrorFeature() is not null)
        {
            await NobodyReady.WriteAsync(context);
        }
    }

    private static bool Refused(IForwarderErrorFeature error) =>
        error.Error == ForwarderError.Request && Inner(error.Exception).OfType<SocketException>().Any(one => one.SocketErrorCode == SocketError.ConnectionRefused);

    private static bool Broken(IForwarderErrorFeature error) => error.Error
        is ForwarderError.Request or ForwarderError.RequestTimedOut or ForwarderError.RequestBodyDestination or ForwarderError.ResponseBodyDestination;

    private static IEnumerable<Exception> Inner(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}
