using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Fleet.Agents.Shop.Sample;

/// <summary>Writes generated data into a new SQLite file, in one transaction.</summary>
internal static class SampleWriter
{
    private static readonly string[] Documents = ["orders", "shipments", "refunds", "cases", "coupons", "carts", "campaigns", "products"];

    public static void Write(string connectionString, SampleData data, DateOnly madeOn, JsonSerializerOptions json)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        // Nobody else sees the draft: a crash leaves a draft that is never used, so it needs no journal on disk.
        Run(connection, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;");
        using (var transaction = connection.BeginTransaction())
        {
            Run(connection, """
                CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
                CREATE TABLE customers (id TEXT PRIMARY KEY, name TEXT NOT NULL, tail TEXT NOT NULL, body TEXT NOT NULL);
                CREATE TABLE identities (channel TEXT NOT NULL, sender TEXT NOT NULL, customer TEXT NOT NULL, PRIMARY KEY (channel, sender));
                CREATE TABLE writes (key TEXT PRIMARY KEY, result TEXT NOT NULL, body TEXT NOT NULL);
                """);
            foreach (var table in Documents)
                Run(connection, $"CREATE TABLE {table} (id TEXT PRIMARY KEY, customer TEXT NOT NULL, body TEXT NOT NULL); CREATE INDEX {table}_customer ON {table} (customer);");
            Insert(connection, "about (name, value)", [["madeOn", madeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]]);
            Insert(connection, "customers (id, name, tail, body)", data.Customers.Select(c => new[] { c.Id, c.Name, c.Phone[^4..], Body(c) }));
            Insert(connection, "identities (channel, sender, customer)", data.Identities.Select(i => new[] { i.Channel, i.Sender, i.CustomerId }));
            Insert(connection, "orders (id, customer, body)", data.Orders.Select(o => new[] { o.Number, o.CustomerId, Body(o) }));
            Insert(connection, "shipments (id, customer, body)", data.Shipments.Select(s => new[] { s.Id, s.CustomerId, Body(s) }));
            Insert(connection, "refunds (id, customer, body)", data.Refunds.Select(r => new[] { r.Id, r.CustomerId, Body(r) }));
            Insert(connection, "cases (id, customer, body)", data.Cases.Select(c => new[] { c.Id, c.CustomerId, Body(c) }));
            Insert(connection, "coupons (id, customer, body)", data.Coupons.Select(c => new[] { c.Id, c.CustomerId, Body(c) }));
            Insert(connection, "carts (id, customer, body)", data.Carts.Select(c => new[] { c.Key, c.Key, Body(c.Value) }));
            Insert(connection, "campaigns (id, customer, body)", data.Campaigns.Select(c => new[] { c.Id, "", Body(c) }));
            Insert(connection, "products (id, customer, body)", data.Products.Select(p => new[] { p.Id, "", Body(p) }));
            transaction.Commit();
        }
        // Readers of other processes do not wait for a writer; the mode stays in the file.
        Run(connection, "PRAGMA journal_mode = WAL;");

        string Body<T>(T document) => JsonSerializer.Serialize(document, json);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Insert(SqliteConnection connection, string target, IEnumerable<string[]> rows)
    {
        using var command = connection.CreateCommand();
        foreach (var row in rows)
        {
            if (command.CommandText.Length == 0)
            {
                command.CommandText = $"INSERT INTO {target} VALUES ({string.Join(", ", row.Select((_, i) => $"$p{i}"))})";
                for (var i = 0; i < row.Length; i++)
                    command.Parameters.Add($"$p{i}", SqliteType.Text);
            }
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }
    }
}
