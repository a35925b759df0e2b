using NetworkMap.Domain.Places;

namespace NetworkMap.Graph.Duplicates;

/// <summary>A record with its names read.</summary>
/// <param name="Record">As it was given.</param>
/// <param name="Long">Its names in words; of names of which another is the long form, that one.</param>
/// <param name="Short">Its names that are acronyms, perhaps with a place.</param>
/// <param name="Acronyms">Its acronyms in small letters.</param>
internal sealed record ReadRecord(DuplicateRecord Record, List<NameForm> Long, List<NameForm> Short, HashSet<string> Acronyms)
{
    /// <summary>Whether it has no name of two words: Yasanti may be the acronym of another.</summary>
    internal bool IsBrief { get; } = Long.TrueForAll(f => f.Words.Count(w => w.Kind is not (WordKind.Small or WordKind.Legal or WordKind.Place)) < 2);

    /// <summary>Where it is: as it states, or else as its name says when that is one place.</summary>
    internal RegionCode? Region { get; private init; }

    /// <summary>By what records are put in order.</summary>
    internal string Order { get; } = string.Join('\n', [Record.Name, Record.Region?.Value ?? "", Record.Acronym ?? "", Record.Key ?? "", .. Record.OtherNames]);

    /// <summary>The numbers of registers by register.</summary>
    internal ILookup<string, string> Identifiers { get; private init; } = Array.Empty<string>().ToLookup(i => i, StringComparer.Ordinal);

    internal static ReadRecord Of(DuplicateRecord record, NameReader reader)
    {
        var acronyms = new HashSet<string>(StringComparer.Ordinal);
        if (record.Acronym is { } acronym && string.Concat(acronym.Where(char.IsLetterOrDigit)).ToLowerInvariant() is { Length: > 1 } letters)
        {
            acronyms.Add(letters);
        }

        var forms = record.OtherNames.Prepend(record.Name).SelectMany(NameReader.WithFormer).Select(n => WithoutOwnInitials(reader.Read(n, record.Region), acronyms)).ToList();
        forms = [.. forms.Where((f, i) => !forms.Where((_, j) => j != i).Any(o => IsShortFor(f, o)))];
        var few = forms.Where(IsAcronymic).ToList();
        foreach (var word in few.SelectMany(f => f.Words).Where(w => w.IsAcronym))
        {
            acronyms.Add(word.Text);
        }

        if (record.Acronym is { } own)
        {
            few.Add(reader.Read(own.ToUpperInvariant(), record.Region));
        }

        return new ReadRecord(record, [.. forms.Where(f => !IsAcronymic(f))], few, acronyms)
        {
            Region = record.Region ?? forms.SelectMany(f => f.Places).Where(p => p.Codes.Length == 1).Select(p => (RegionCode?)p.Codes[0]).FirstOrDefault(),
            Identifiers = record.Identifiers.Select(Identifier).Where(i => i.Number.Length > 2).Distinct().ToLookup(i => i.Register, i => i.Number, StringComparer.Ordinal),
        };
    }

    /// <summary>An acronym and hardly more.</summary>
    private static bool IsAcronymic(NameForm form) =>
        Array.Exists(form.Words, w => w.IsAcronym) && form.Words.Count(w => !w.IsAcronym && w.Kind is not (WordKind.Small or WordKind.Legal or WordKind.Place or WordKind.Title)) < 2;

    /// <summary>"FPRB - Forum Pengrajin Rumahan Batik" is the forum, and FPRB its acronym.</summary>
    private static NameForm WithoutOwnInitials(NameForm form, HashSet<string> acronyms)
    {
        var rest = form.Words;
        foreach (var word in form.Words.Where(w => w.Kind == WordKind.Own && w.Text.Length is >= 2 and <= 10))
        {
            var others = form.Words.Where(w => w != word).ToArray();
            var told = acronyms.Contains(word.Text) && others.Count(w => w.Kind is not (WordKind.Small or WordKind.Legal or WordKind.Place or WordKind.Number)) >= 2;
            if (told || (word.IsAcronym && AreInitials(word.Text, others)))
            {
                acronyms.Add(word.Text);
                rest = [.. rest.Where(w => w != word)];
            }
        }

        return rest.Length == form.Words.Length ? form : form with { Words = rest };
    }

    private static bool AreInitials(string letters, NameWord[] words)
    {
        var initials = string.Concat(words.Where(w => w.Kind != WordKind.Small).Select(w => w.Text[0]));
        return letters.Length > 1 && initials.Contains(letters, StringComparison.Ordinal);
    }

    private static bool IsShortFor(NameForm form, NameForm other)
    {
        if (!Array.Exists(form.Words, w => w.IsAcronym || !w.IsKnown) || form.Words.Length >= other.Words.Length)
        {
            return false;
        }

        var match = NameMatch.Of(form, other);
        return match.IsInitials && !match.LeftAlone.Any(w => w.Kind is not (WordKind.Small or WordKind.Legal or WordKind.Place));
    }

    private static (string Register, string Number) Identifier(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var register = colon < 0 ? "" : text[..colon].Trim().ToUpperInvariant();
        var number = string.Concat(text[(colon + 1)..].Where(char.IsLetterOrDigit)).ToUpperInvariant();
        number = register.Length > 0 && number.StartsWith(register, StringComparison.Ordinal) ? number[register.Length..] : number;
        return (register, number.TrimStart('0'));
    }
}
