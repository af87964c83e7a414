using System.Globalization;
using System.Text.Json;
using Fleet.Contracts.Turns;
using Microsoft.Data.Sqlite;

namespace Fleet.Agents.Shop.Sample;

/// <summary>The SQLite file behind the sample shop: documents by customer, made complete in a file of its own and then moved into place.</summary>
internal sealed class SampleFile : IDisposable
{
    /// <summary>Raised whenever the generated data or their shape change, so that an old file is not read.</summary>
    public const int Version = 1;

    private readonly string _connection;
    private readonly DateOnly _madeOn;
    private (int Days, JsonSerializerOptions Options) _json;

    private SampleFile(string connection)
    {
        _connection = connection;
        _madeOn = DateOnly.ParseExact(Text("SELECT value FROM about WHERE name = 'madeOn'") ?? throw new InvalidDataException(
            $"{connection} is no sample shop: it does not say when it was made. Delete it, and it is made anew."), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        _json = (0, JsonFor(0));
    }

    /// <summary>Opens <paramref name="path"/>, made first if it is not there. Of several processes that make it at once, one wins and all use its file.</summary>
    public static SampleFile Open(string path, DateTimeOffset now)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var draft = $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}.draft";
            try
            {
                SampleWriter.Write(Connection(draft, pooling: false), SampleData.Make(now), Day(now), JsonFor(0));
                if (!File.Exists(path)) File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process was first; its data are the same.
            }
            finally
            {
                File.Delete(draft);
            }
        }
        return new SampleFile(Connection(path, pooling: true));
    }

    /// <summary>The shop's calendar day: it lives in China.</summary>
    public static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).Date);

    /// <summary>How documents are read and written today: with every instant moved by the days since the file was made.</summary>
    public JsonSerializerOptions JsonAt(DateTimeOffset now)
    {
        var days = Day(now).DayNumber - _madeOn.DayNumber;
        var json = _json;
        if (json.Days == days) return json.Options;
        _json = json = (days, JsonFor(days));
        return json.Options;
    }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }

    public string? Text(string sql, params ReadOnlySpan<string> values) => Texts(sql, values).FirstOrDefault();

    public List<string> Texts(string sql, params ReadOnlySpan<string> values)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return found;
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private static string Connection(string path, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = pooling, DefaultTimeout = 5 }.ToString();

    private static JsonSerializerOptions JsonFor(int days)
    {
        var options = new JsonSerializerOptions(Wire.Json);
        options.Converters.Insert(0, new MovedInstants(days));
        return options;
    }
}
