namespace Fleet.Operator.Local.FrontDoor;

/// <summary>What a customer's client gets while no router is ready.</summary>
internal static class NobodyReady
{
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "1";
        return context.Response.WriteAsJsonAsync(
            new { error = "unavailable", message = "No router is ready. Try again in a second; /fleet shows why." }, context.RequestAborted);
    }
}
