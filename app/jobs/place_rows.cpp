// SPDX-License-Identifier: Apache-2.0
// Sites and outfalls brought into one form.
#include "app/jobs/place_rows.hpp"

#include <algorithm>
#include <iterator>

#include "layers/checks/coordinate_fields.hpp"
#include "layers/checks/site_fields.hpp"
#include "layers/indicators/outfall_fields.hpp"

namespace app {
namespace {

PlaceRows outfallRows(const SourceRows& rows, layers::DecimalMark mark, int year) {
    const auto fields = layers::outfallFieldsOf(rows.schema, year);
    PlaceRows places{layers::Kind::Outfalls, layers::storedOutfallSchema(rows.schema, fields), {}, 0, 0, {}};
    std::vector<layers::Outfall> outfalls;
    for (const layers::Feature& row : rows.features) {
        places.features.push_back(
            {row.geometry, layers::storedOutfallValues(row, fields, mark), row.sourceRow});
        outfalls.push_back(layers::outfallIn(row, fields, mark));
        std::ranges::move(layers::outfallCellFindings(row, rows.schema, fields, mark),
                          std::back_inserter(places.findings));
    }
    std::ranges::move(layers::outfallUnitFindings(rows.schema, fields), std::back_inserter(places.findings));
    std::ranges::move(layers::outfallFindings(outfalls, layers::judgeOutfalls(outfalls)),
                      std::back_inserter(places.findings));
    return places;
}

PlaceRows siteRows(const SourceRows& rows, layers::Kind kind) {
    const auto fields = layers::siteFieldsOf(rows.schema, kind);
    PlaceRows places{kind, layers::siteSchema(rows.schema, fields), {}, 0, 0, {}};
    for (const layers::Feature& row : rows.features) {
        places.features.push_back({row.geometry, layers::siteValues(row.values, fields), row.sourceRow});
    }
    return places;
}

layers::Site outfallAsSite(const layers::Outfall& outfall) {
    layers::Site site;
    site.kind = layers::Kind::Outfalls;
    site.id = outfall.id;
    site.name = outfall.name;
    site.at = outfall.at;
    site.communeCode = outfall.communeCode;
    site.communeName = outfall.communeName;
    site.row = outfall.row;
    return site;
}

}  // namespace

std::vector<std::size_t> numberColumns(const layers::Schema& schema, layers::Kind kind) {
    std::vector<std::size_t> columns;
    if (const auto fields = layers::coordinateFieldsOf(schema)) columns = {fields->east, fields->north};
    if (kind != layers::Kind::Outfalls) return columns;
    const auto fields = layers::outfallFieldsOf(schema);
    for (const auto& volume : {fields.discharged, fields.treated}) {
        if (volume) columns.push_back(*volume);
    }
    return columns;
}

PlaceRows placeRows(const SourceRows& rows, layers::Kind kind, layers::DecimalMark mark, int year) {
    PlaceRows places = kind == layers::Kind::Outfalls ? outfallRows(rows, mark, year) : siteRows(rows, kind);
    places.communeCode = *places.schema.indexOf("commune_code");
    places.communeName = *places.schema.indexOf("commune_name");
    return places;
}

std::vector<layers::Site> sitesIn(const PlaceRows& places) {
    std::vector<layers::Site> sites;
    const bool areOutfalls = places.kind == layers::Kind::Outfalls;
    const auto fields = areOutfalls ? layers::outfallFieldsOf(places.schema) : layers::OutfallFields{};
    for (const layers::Feature& row : places.features) {
        sites.push_back(areOutfalls
                            ? outfallAsSite(layers::outfallIn(row, fields, layers::DecimalMark::Point))
                            : layers::siteIn(row, places.schema, places.kind));
    }
    return sites;
}

}  // namespace app
