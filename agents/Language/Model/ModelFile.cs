using System.IO.Compression;
using System.Runtime.InteropServices;
using Fleet.Language.Features;

namespace Fleet.Language.Model;

/// <summary>
/// The model on disk, Brotli compressed: magic, columns, rows, bias, scale a column, bucket and rarity of each row, then the weights as signed bytes
/// (weight = byte × scale of its column). Equal models give equal bytes.
/// </summary>
internal static class ModelFile
{
    private const int Magic = 0x32544c46;

    public static byte[] Write(LinearModel model)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var writer = new BinaryWriter(packed))
        {
            var buckets = Enumerable.Range(0, model.RowOf.Length).Where(b => model.RowOf[b] >= 0).OrderBy(b => model.RowOf[b]).ToArray();
            var scales = Scales(model);
            writer.Write(Magic);
            writer.Write(model.Columns);
            writer.Write(buckets.Length);
            writer.Write(MemoryMarshal.AsBytes<float>(model.Bias));
            writer.Write(MemoryMarshal.AsBytes<float>(scales));
            writer.Write(MemoryMarshal.AsBytes<int>(buckets));
            writer.Write(MemoryMarshal.AsBytes<float>(model.Rarity));
            for (var i = 0; i < model.Weights.Length; i++)
            {
                var scale = scales[i % model.Columns];
                writer.Write((sbyte)Math.Clamp(MathF.Round(model.Weights[i] / scale), -127, 127));
            }
        }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The file is not a model, or one of another version.</exception>
    public static LinearModel Read(Stream file)
    {
        using var unpacked = new BrotliStream(file, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked);
        if (reader.ReadInt32() != Magic)
            throw new InvalidDataException("not an understanding model of this version; train it anew with `agent train`");
        var columns = reader.ReadInt32();
        var rows = reader.ReadInt32();
        if (columns != ModelLabels.Columns || rows is < 0 or > FeatureExtractor.Buckets)
            throw new InvalidDataException($"the model has {columns} columns, the taxonomy {ModelLabels.Columns}; train it anew with `agent train`");
        var bias = Floats(columns);
        var scales = Floats(columns);
        var rowOf = new int[FeatureExtractor.Buckets];
        Array.Fill(rowOf, -1);
        var buckets = new int[rows];
        unpacked.ReadExactly(MemoryMarshal.AsBytes(buckets.AsSpan()));
        for (var row = 0; row < rows; row++)
            rowOf[buckets[row]] = row;
        var rarity = Floats(rows);
        var bytes = new byte[rows * columns];
        unpacked.ReadExactly(bytes);
        var weights = new float[bytes.Length];
        for (var row = 0; row < rows; row++)
        {
            for (int column = 0, at = row * columns; column < columns; column++, at++)
                weights[at] = (sbyte)bytes[at] * scales[column];
        }
        return new(rowOf, rarity, weights, bias);

        float[] Floats(int count)
        {
            var floats = new float[count];
            unpacked.ReadExactly(MemoryMarshal.AsBytes(floats.AsSpan()));
            return floats;
        }
    }

    private static float[] Scales(LinearModel model)
    {
        var scales = new float[model.Columns];
        for (var i = 0; i < model.Weights.Length; i++)
            scales[i % model.Columns] = MathF.Max(scales[i % model.Columns], MathF.Abs(model.Weights[i]));
        return [.. scales.Select(s => s > 0 ? s / 127 : 1)];
    }
}
