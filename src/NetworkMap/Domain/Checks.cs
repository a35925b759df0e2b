using System.Collections.Immutable;
using System.Text;
using NetworkMap.Domain.Places;

namespace NetworkMap.Domain;

/// <summary>Gathers every refusal of one draft, so that a person sees all that is to be mended at once.</summary>
public sealed class Checks
{
    private static readonly Lists<Code> CodeLists = new(14);
    private static readonly Lists<string> LanguageLists = new(8);
    private List<Refusal>? refusals;

    /// <summary>What was refused so far.</summary>
    public IReadOnlyList<Refusal> Refusals => refusals ?? [];

    /// <summary>Adds a refusal.</summary>
    public void Refuse(string code, string field, params (string Name, object? Value)[] arguments) => Add([Refusal.Of(code, field, arguments)]);

    /// <summary>Adds a refusal as it stands.</summary>
    public void Refuse(Refusal refusal) => Add([refusal]);

    /// <summary>Adds a refusal unless the rule holds.</summary>
    public void Require(bool holds, string code, string field, params (string Name, object? Value)[] arguments)
    {
        if (!holds)
        {
            Refuse(code, field, arguments);
        }
    }

    /// <summary>The value of an outcome, or its refusals under <paramref name="field"/> and the default.</summary>
    public T? Take<T>(string field, Outcome<T> outcome)
    {
        if (outcome.TryValue(out var value))
        {
            return value;
        }

        Add(outcome.Refusals.Select(r => field.Length == 0 ? r : r.Under(field)));
        return default;
    }

    /// <summary>A text that must be there: trimmed, in Unicode form C, at most <paramref name="limit"/> UTF-16 units.</summary>
    public string Text(string field, string? value, int limit)
    {
        var before = Refusals.Count;
        var text = OptionalText(field, value, limit);
        Require(text is not null || Refusals.Count > before, "text_missing", field);
        return text ?? "";
    }

    /// <summary>A text that may be absent; one of which nobody would see anything counts as absent. What <see cref="Characters"/> forbids is refused.</summary>
    public string? OptionalText(string field, string? value, int limit)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (IsPlain(value, limit))
        {
            return value;
        }

        var bad = Characters.FirstForbidden(value);
        if (bad >= 0)
        {
            Refuse("text_forbidden_character", field, ("position", bad + 1), ("character", Characters.NameAt(value, bad)));
            return null;
        }

        if (Characters.AreUnseen(value))
        {
            return null;
        }

        var text = value.Trim().Normalize(NormalizationForm.FormC);
        if (text.Length > limit)
        {
            Refuse("text_too_long", field, ("limit", limit), ("length", text.Length));
        }

        return text;
    }

    /// <summary>A list of at most 50 texts without doubles, in the order given.</summary>
    public ImmutableArray<string> Texts(string field, IReadOnlyList<string>? values, int limit)
    {
        if (values is null)
        {
            return [];
        }

        if (values.Count > 50)
        {
            Refuse("list_too_long", field, ("limit", 50), ("length", values.Count));
        }

        return [.. values.Select((v, i) => v is not null && IsPlain(v, limit) ? v : Text($"{field}[{i}]", v, limit)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A list of language tags (BCP 47).</summary>
    public ImmutableArray<string> Languages(string field, IReadOnlyList<string>? values) => values is null ? [] : LanguageLists.One(Texts(field, values, 35));

    /// <summary>A list of codes without doubles, in the order given.</summary>
    public ImmutableArray<Code> Codes(string field, IReadOnlyList<string>? values, int limit = 50)
    {
        if (values is null || values.Count == 0)
        {
            return [];
        }

        if (values.Count > limit)
        {
            Refuse("list_too_long", field, ("limit", limit), ("length", values.Count));
        }

        var codes = ImmutableArray.CreateBuilder<Code>(values.Count);
        for (var i = 0; i < values.Count; i++)
        {
            if (!Domain.Code.TryParse(values[i], out var code))
            {
                Take($"{field}[{i}]", Domain.Code.Parse(values[i]));
            }
            else if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return CodeLists.One(codes.DrainToImmutable());
    }

    /// <summary>A code that may be absent.</summary>
    public Code? OptionalCode(string field, string? value) => value is null ? null : Code(field, value);

    /// <summary>A code.</summary>
    public Code Code(string field, string? value) => Domain.Code.TryParse(value, out var code) ? code : Take(field, Domain.Code.Parse(value));

    /// <summary>The code of a region.</summary>
    public RegionCode Region(string field, string? value) => RegionCode.TryParse(value, out var code) ? code : Take(field, RegionCode.Parse(value));

    /// <summary>An id.</summary>
    public Guid Id(string field, string? value) => Ids.TryParse(value, out var id) ? id : Take(field, Ids.Parse(value));

    /// <summary>One of the names of an enumeration in snake case, e.g. <c>signed_in</c>.</summary>
    public TEnum Choice<TEnum>(string field, string? value, TEnum absent) where TEnum : struct, Enum
    {
        if (value is null)
        {
            return absent;
        }

        if (Names<TEnum>.TryParse(value, out var choice))
        {
            return choice;
        }

        Refuse("choice_unknown", field, ("value", value), ("choices", Names<TEnum>.All));
        return absent;
    }

    /// <summary>A number within bounds, both allowed.</summary>
    public int? Range(string field, int? value, int least, int most)
    {
        if (value < least || value > most)
        {
            Refuse("number_out_of_range", field, ("least", least), ("most", most), ("value", value));
        }

        return value;
    }

    /// <summary>What was made when nothing was refused, else the refusals.</summary>
    public Outcome<T> Finish<T>(T made) => refusals is null ? made : Outcome.Refused<T>(refusals);

    private void Add(IEnumerable<Refusal> refused) => (refusals ??= []).AddRange(refused);

    /// <summary>True for what is right as it is: printable ASCII without blanks at its ends, within the limit.</summary>
    private static bool IsPlain(string value, int limit) =>
        value.Length > 0 && value.Length <= limit && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && value[0] != ' ' && value[^1] != ' ';
}
