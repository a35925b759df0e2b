using System.Globalization;
using NetworkMap.Changes;
using NetworkMap.Domain;
using NetworkMap.Domain.Places;

namespace NetworkMap.Server.Http;

/// <summary>Reads the parameters of a question, and gathers every refusal, so that a wrong question hears all that is wrong with it.</summary>
public sealed class Asked(HttpContext context, TimeProvider clock)
{
    private readonly Checks checks = new();

    /// <summary>What could not be used; empty when the question is good.</summary>
    public IReadOnlyList<Refusal> Refusals => checks.Refusals;

    /// <summary>The gathering of refusals, for rules of the question's own.</summary>
    public Checks Checks => checks;

    /// <summary>The day that the question is about: <c>at=</c>, or today in Jakarta.</summary>
    public DateOnly At()
    {
        var text = Text("at", 40);
        if (text is null)
        {
            return Today.By(clock);
        }

        var good = Today.TryRead(text, out var day);
        checks.Require(good, "date_malformed", "at", ("value", text));
        return day;
    }

    /// <summary>A text, or null when it was not given or is blank.</summary>
    public string? Text(string name, int limit = 200) => checks.OptionalText(name, context.Request.Query[name].LastOrDefault(), limit);

    /// <summary>A whole number within bounds.</summary>
    public int Number(string name, int absent, int least, int most)
    {
        var text = Text(name, 40);
        if (text is null)
        {
            return absent;
        }

        var good = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        checks.Require(good, "parameter_malformed", name, ("value", text), ("expected", $"{least} … {most}"));
        return good ? checks.Range(name, number, least, most) ?? absent : absent;
    }

    /// <summary>A decimal number within bounds, with a point.</summary>
    public double? Decimal(string name, double least, double most)
    {
        var text = Text(name, 40);
        if (text is null)
        {
            return null;
        }

        var good = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
        checks.Require(good, "parameter_malformed", name, ("value", text), ("expected", "0.5"));
        checks.Require(!good || (number >= least && number <= most), "number_out_of_range", name, ("least", least), ("most", most), ("value", number));
        return good ? number : null;
    }

    /// <summary>A decimal number that has to be there; 0 when it is refused.</summary>
    public double NeededDecimal(string name, double least, double most)
    {
        var before = Refusals.Count;
        var number = Decimal(name, least, most);
        checks.Require(number is not null || Refusals.Count > before, "number_missing", name);
        return number ?? 0;
    }

    /// <summary>True or false; false when not given.</summary>
    public bool Flag(string name)
    {
        var text = Text(name, 10);
        checks.Require(text is null or "true" or "false", "parameter_malformed", name, ("value", text), ("expected", "true, false"));
        return text == "true";
    }

    /// <summary>The names of an enumeration that are listed with commas; <c>choice_unknown</c> for what is none of them.</summary>
    public IReadOnlySet<TEnum> Choices<TEnum>(string name) where TEnum : struct, Enum
    {
        var choices = new HashSet<TEnum>();
        foreach (var text in Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            checks.Require(Names<TEnum>.TryParse(text, out var choice), "choice_unknown", name, ("value", text), ("choices", Names<TEnum>.All));
            choices.Add(choice);
        }

        return choices;
    }

    /// <summary>A value with a parser of the domain, such as a code or a region code.</summary>
    public T? Value<T>(string name, Func<string?, Outcome<T>> parse) where T : struct => Text(name, 100) is { } text ? checks.Take(name, parse(text)) : null;

    /// <summary>The code of a term that the graph shows; <c>term_unknown</c> for another one.</summary>
    public Code? Term(string name, Code taxonomy, INetwork network)
    {
        var code = Value(name, Code.Parse);
        if (code is { Value: { } value })
        {
            checks.Require(network.Term(taxonomy, code.Value) is not null, "term_unknown", name, ("taxonomy", taxonomy.Value), ("value", value));
        }

        return code;
    }

    /// <summary>Refuses a region that the graph does not show.</summary>
    public void Known(string name, RegionCode? region, INetwork network)
    {
        if (region is { Value: { } value })
        {
            checks.Require(network.Region(region.Value) is not null, "region_unknown", name, ("value", value));
        }
    }
}
