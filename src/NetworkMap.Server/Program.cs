using System.Globalization;

// What the program writes for programs never depends on the machine's language; texts for people are formatted with a named culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
{
    builder.WebHost.UseUrls("http://localhost:5080");
}

var app = builder.Build();
app.MapGet("/health/live", () => Results.Text("live"));
await app.RunAsync();
