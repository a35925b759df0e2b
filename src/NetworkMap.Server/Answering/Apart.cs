namespace NetworkMap.Server.Answering;

/// <summary>How far two are from each other, as it is told: to a tenth of a kilometre between points, to whole ones where one of them only stands for a region, so that
/// no table is more exact than what is known.</summary>
internal static class Apart
{
    internal static double Told(double km, bool isApproximate) => Math.Round(km, isApproximate ? 0 : 1);
}
