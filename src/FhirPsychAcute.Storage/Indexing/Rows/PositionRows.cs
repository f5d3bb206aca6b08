using FhirPsychAcute.Model;

namespace FhirPsychAcute.Storage;

/// <summary>Rows of Location.near (R4 location 8.7.5.1): latitude and longitude in degrees (WGS 84), as two numbers.</summary>
internal sealed class PositionRows(int latitudeNumber, int longitudeNumber) : IndexAction
{
    public override void Run(Element element, IndexRun run)
    {
        double latitude = 0, longitude = 0;
        var known = 0;
        foreach (var child in element.Children)
        {
            if (child.NameId == run.Names.Latitude && QuantityRows.TryDouble(child, out latitude))
            {
                known |= 1;
            }
            else if (child.NameId == run.Names.Longitude && QuantityRows.TryDouble(child, out longitude))
            {
                known |= 2;
            }
        }

        if (known == 3)
        {
            run.Number(latitudeNumber, latitude, latitude);
            run.Number(longitudeNumber, longitude, longitude);
        }
    }
}
