using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Fleet.Agents.Shop.Sample;

/// <summary>Carries out writes on the sample shop: one transaction each, once for each idempotency key, only on the customer's own things.</summary>
internal static class SampleWrites
{
    public static WriteResult Apply(SampleFile file, ShopWrite write, string key, DateTimeOffset now)
    {
        var json = file.JsonAt(now);
        using var connection = file.Connect();
        // Immediate: the key is looked up and stored under one lock, so two processes cannot both find it missing.
        using var transaction = connection.BeginTransaction(deferred: false);
        var store = new Store(connection, json, write.CustomerId);
        if (store.Text("SELECT result FROM writes WHERE key = $a", key) is { } earlier)
            return JsonSerializer.Deserialize<WriteResult>(earlier, json)! with { Repeated = true };
        var result = Carry(store, write, key, now);
        if (!result.Done) return result;
        store.Run("INSERT INTO writes VALUES ($a, $b, $c)", key, JsonSerializer.Serialize(result, json), JsonSerializer.Serialize(write, json));
        transaction.Commit();
        return result;
    }

    private static WriteResult Carry(Store store, ShopWrite write, string key, DateTimeOffset now) => write switch
    {
        OpenCase open => Open(store, open, key, now),
        CancelOrder cancel => Change<Order>(store, "orders", cancel.OrderNumber, o => o.State is OrderState.Paid or OrderState.AwaitingPayment
            ? o with { State = OrderState.Cancelled } : null, order => RefundAll(store, order, key, now)),
        ChangeAddress change => Change<Order>(store, "orders", change.OrderNumber, o => o.State is OrderState.Paid or OrderState.AwaitingPayment
            ? o with { Address = o.Address with { Province = "", City = "", District = "", Street = change.Address } } : null),
        ChangeVariant variant => Switch(store, variant),
        UrgeParcel { ShipmentId: { } parcel } => Change<Shipment>(store, "shipments", parcel, s => s with { UrgedAt = now }),
        UrgeParcel urge => Change<Order>(store, "orders", urge.OrderNumber, o => o),
        DenyDelivery deny => Change<Shipment>(store, "shipments", deny.ShipmentId, s => s with { DeliveryDenied = true }, parcel =>
            Add(store, new AfterSalesCase(Reference("IV", key), parcel.CustomerId, parcel.OrderNumber, "", CaseKind.NotReceived, CaseState.Open, now, now.AddHours(48)))),
        AskInvoice invoice => Change<Order>(store, "orders", invoice.OrderNumber, o => o with { InvoiceTitle = invoice.Title }),
        _ => new WriteResult(false, null, "unknown-write"),
    };

    private static WriteResult Open(Store store, OpenCase open, string key, DateTimeOffset now)
    {
        if (store.Get<Order>("orders", open.OrderNumber) is not { } order || (open.LineId.Length > 0 && !order.Lines.Any(l => l.Id == open.LineId)))
            return new WriteResult(false, null, "not-found");
        var same = store.All<AfterSalesCase>("cases").FirstOrDefault(c => c.OrderNumber == open.OrderNumber && c.LineId == open.LineId
            && c.Kind == open.Case && c.State is not (CaseState.Done or CaseState.Rejected));
        if (same is not null) return new WriteResult(false, same.Id, "already-open");
        var state = open.Case is CaseKind.Return or CaseKind.Exchange ? CaseState.AwaitingReturn : CaseState.Open;
        var made = new AfterSalesCase(Reference("AS", key), open.CustomerId, open.OrderNumber, open.LineId, open.Case, state, now,
            now.AddDays(state == CaseState.AwaitingReturn ? 7 : 2), open.Wish, open.Amount);
        if (open is { Case: CaseKind.Refund or CaseKind.Return, Amount: { } amount })
        {
            store.Put("refunds", "R" + made.Id, new Refund("R" + made.Id, open.CustomerId, open.OrderNumber, open.LineId, amount, order.PaidWith,
                open.Case == CaseKind.Return ? RefundState.AwaitingReturn : RefundState.AwaitingMerchant, now, null, null, null, open.Wish));
        }
        return Add(store, made);
    }

    private static WriteResult Switch(Store store, ChangeVariant write)
    {
        var variant = store.Shared<Product>("products").SelectMany(p => p.Variants).FirstOrDefault(v => v.Sku == write.Sku);
        if (variant is null) return new WriteResult(false, null, "not-found");
        if (variant.Stock == 0) return new WriteResult(false, null, "no-stock");
        return Change<Order>(store, "orders", write.OrderNumber, o => o.State is not (OrderState.Paid or OrderState.AwaitingPayment) ? null : o with
        {
            Lines = [.. o.Lines.Select(l => l.Id == write.LineId ? l with { Sku = variant.Sku, Color = variant.Color, Size = variant.Size } : l)],
        });
    }

    private static WriteResult Change<T>(Store store, string table, string id, Func<T, T?> change, Func<T, WriteResult>? then = null) where T : class
    {
        if (store.Get<T>(table, id) is not { } before) return new WriteResult(false, null, "not-found");
        if (change(before) is not { } after) return new WriteResult(false, null, "wrong-state");
        store.Put(table, id, after);
        return then?.Invoke(after) ?? new WriteResult(true, id);
    }

    private static WriteResult RefundAll(Store store, Order order, string key, DateTimeOffset now)
    {
        if (order.PaidAt is null) return new WriteResult(true, order.Number);
        var id = Reference("R", key);
        store.Put("refunds", id, new Refund(id, order.CustomerId, order.Number, order.Lines[0].Id, order.Total, order.PaidWith,
            RefundState.Processing, now, now, null, now.AddDays(3), "cancelled"));
        return new WriteResult(true, id);
    }

    private static WriteResult Add(Store store, AfterSalesCase made)
    {
        store.Put("cases", made.Id, made);
        return new WriteResult(true, made.Id);
    }

    // The same key gives the same number in every process, FNV-1a.
    private static string Reference(string prefix, string key)
    {
        var hash = key.Aggregate(14695981039346656037UL, (h, c) => (h ^ c) * 1099511628211UL);
        return prefix + (hash % 10_000_000_000UL).ToString("D10", CultureInfo.InvariantCulture);
    }

    private sealed class Store(SqliteConnection connection, JsonSerializerOptions json, string customerId)
    {
        public T? Get<T>(string table, string id) where T : class =>
            Text($"SELECT body FROM {table} WHERE id = $a AND customer = $b", id, customerId) is { } body ? JsonSerializer.Deserialize<T>(body, json) : null;

        public IReadOnlyList<T> All<T>(string table) => [.. Texts($"SELECT body FROM {table} WHERE customer = $a", customerId).Select(b => JsonSerializer.Deserialize<T>(b, json)!)];

        public IReadOnlyList<T> Shared<T>(string table) => [.. Texts($"SELECT body FROM {table}").Select(b => JsonSerializer.Deserialize<T>(b, json)!)];

        public void Put<T>(string table, string id, T body) =>
            Run($"INSERT INTO {table} (id, customer, body) VALUES ($a, $b, $c) ON CONFLICT (id) DO UPDATE SET body = excluded.body", id, customerId, JsonSerializer.Serialize(body, json));

        public string? Text(string sql, params string[] values) => Texts(sql, values).FirstOrDefault();

        public void Run(string sql, params string[] values)
        {
            using var command = Command(sql, values);
            command.ExecuteNonQuery();
        }

        private List<string> Texts(string sql, params string[] values)
        {
            using var command = Command(sql, values);
            using var reader = command.ExecuteReader();
            var found = new List<string>();
            while (reader.Read())
                found.Add(reader.GetString(0));
            return found;
        }

        private SqliteCommand Command(string sql, string[] values)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
            return command;
        }
    }
}
