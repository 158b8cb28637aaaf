using System.Security.Cryptography;

namespace PB.Tally.Log;

/// <summary>The key that signs a log.</summary>
public static class LogKey
{
    const int Coordinate = 32;

    /// <summary>A new key on the curve P-256.</summary>
    public static ECDsa New() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Its public point, uncompressed: 65 bytes.</summary>
    public static byte[] Point(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [4, .. point.X!, .. point.Y!];
    }

    /// <summary>Signs a statement.</summary>
    /// <returns>64 bytes: r and s.</returns>
    public static byte[] Sign(ECDsa key, byte[] statement)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.SignData(statement, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The key of a public point, to check signatures with.</summary>
    /// <exception cref="CryptographicException">The point is not 65 bytes that begin with 4, or not on the curve.</exception>
    public static ECDsa OfPoint(ReadOnlySpan<byte> point)
    {
        if (point.Length != 1 + 2 * Coordinate || point[0] != 4) throw new CryptographicException("A public key is 65 bytes that begin with 4.");
        return ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new() { X = point.Slice(1, Coordinate).ToArray(), Y = point[(1 + Coordinate)..].ToArray() },
        });
    }

    /// <summary>True if a signature is of this key over this statement.</summary>
    public static bool Verify(ECDsa key, byte[] statement, byte[] signature)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.VerifyData(statement, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
