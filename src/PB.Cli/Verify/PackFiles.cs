using System.IO.Compression;

namespace PB.Cli.Verify;

/// <summary>The files of a pack in memory, from a folder or a zip.</summary>
static class PackFiles
{
    // A city of two million voters fits; a bomb does not.
    const long Most = 2L << 30;

    /// <exception cref="IOException">There is no such folder or file, or it is too large.</exception>
    /// <exception cref="InvalidDataException">The file is no zip, or is broken.</exception>
    public static SortedDictionary<string, byte[]> Read(string path) => Directory.Exists(path) ? ReadFolder(path) : ReadZip(path);

    static SortedDictionary<string, byte[]> ReadFolder(string path)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFileSystemEntries(path))
            files.Add(Path.GetFileName(file), Directory.Exists(file) ? throw new InvalidDataException($"{file} is a folder; a pack has files only.") : File.ReadAllBytes(file));
        return files;
    }

    static SortedDictionary<string, byte[]> ReadZip(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Sum(entry => entry.Length) > Most) throw new InvalidDataException($"{path} is larger than 2 GiB unpacked.");
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var content = new byte[entry.Length];
            stream.ReadExactly(content);
            if (!files.TryAdd(entry.FullName, content)) throw new InvalidDataException($"{path} has {entry.FullName} twice.");
        }
        return files;
    }
}
