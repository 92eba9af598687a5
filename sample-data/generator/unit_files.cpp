// SPDX-License-Identifier: Apache-2.0
// One layer a file: code, name, and area where an office gives it.
#include "sample-data/generator/unit_files.hpp"

#include <string>

#include "layers/files/layer_writer.hpp"
#include "layers/files/table_file.hpp"
#include "layers/model/feature_stream.hpp"

namespace sample {
namespace {

using layers::FieldType;
using Files = std::vector<std::filesystem::path>;

constexpr double hectaresInSquareKilometre = 100;

layers::Value area_km2(const UnitFact& unit) {
    if (!unit.officialArea) return {};
    return unit.officialArea->value / hectaresInSquareKilometre;
}

geo::GeometryKind commonKind(const std::vector<layers::Feature>& features) {
    for (const layers::Feature& feature : features) {
        if (feature.geometry.partCount() > 1) return geo::GeometryKind::MultiPolygon;
    }
    return geo::GeometryKind::Polygon;
}

struct UnitLayer {
    std::string name;
    std::string title;
    layers::Schema schema;
    std::vector<layers::Feature> features;
};

Files writeLayer(const std::filesystem::path& target, const geo::Crs& crs, const UnitLayer& layer,
                 const layers::WriteOptions& options, geo::Progress& progress) {
    std::vector<layers::LayerToWrite> toWrite;
    toWrite.push_back({layer.name, layer.title,
                       layers::streamOver(layer.schema, crs, commonKind(layer.features), layer.features), "",
                       ""});
    return layers::writeLayers(target, std::move(toWrite), options, progress);
}

UnitLayer newCommuneLayer(const PackFacts& facts, const Territory& territory, const std::string& year) {
    UnitLayer layer{
        "xa_phuong_" + year,
        "Xã, phường " + year,
        {{"ma_xa", FieldType::Text}, {"ten_xa", FieldType::Text}, {"dtich_km2", FieldType::Decimal}},
        {}};
    auto shapes = territory.newCommunes();
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const UnitFact& unit = facts.newCommunes[i];
        layer.features.push_back({std::move(shapes[i]), {unit.code, unit.name, area_km2(unit)}, 0});
    }
    return layer;
}

std::vector<std::size_t> districtOfOldCommunes(const PackFacts& facts) {
    std::vector<std::size_t> districts(facts.oldCommunes.size(), 0);
    for (const PartFact& part : facts.parts) districts[part.oldCommune] = part.district;
    return districts;
}

UnitLayer oldCommuneLayer(const PackFacts& facts, const Territory& territory, const std::string& year) {
    UnitLayer layer{"xa_" + year,
                    "Xã, phường, thị trấn " + year,
                    {{"ma_xa", FieldType::Text},
                     {"ten_xa", FieldType::Text},
                     {"ma_huyen", FieldType::Text},
                     {"ten_huyen", FieldType::Text}},
                    {}};
    auto shapes = territory.oldCommunes();
    const auto districtOf = districtOfOldCommunes(facts);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const UnitFact& unit = facts.oldCommunes[i];
        const UnitFact& district = facts.districts[districtOf[i]];
        layer.features.push_back(
            {std::move(shapes[i]), {unit.code, unit.name, district.code, district.name}, 0});
    }
    return layer;
}

UnitLayer districtLayer(const PackFacts& facts, const Territory& territory, const std::string& year) {
    UnitLayer layer{
        "huyen_" + year,
        "Huyện, thành phố " + year,
        {{"ma_huyen", FieldType::Text}, {"ten_huyen", FieldType::Text}, {"dtich_km2", FieldType::Decimal}},
        {}};
    auto shapes = territory.districts();
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const UnitFact& unit = facts.districts[i];
        layer.features.push_back({std::move(shapes[i]), {unit.code, unit.name, area_km2(unit)}, 0});
    }
    return layer;
}

}  // namespace

std::vector<std::filesystem::path> writeUnitFiles(const PackFacts& facts, const Territory& territory,
                                                  const std::filesystem::path& folder,
                                                  geo::Progress& progress) {
    const std::string year = std::to_string(facts.reformedOn.year);
    const std::string yearBefore = std::to_string(facts.reformedOn.year - 1);
    layers::WriteOptions after{facts.reformedOn, layers::Encoding::Utf8, {}};
    layers::WriteOptions before{geo::lastDayOf(facts.reformedOn.year - 1), layers::Encoding::Tcvn3, {}};
    Files files;
    const auto keep = [&files](Files written) { files.insert(files.end(), written.begin(), written.end()); };
    keep(writeLayer(folder / ("xa_phuong_" + year + ".gpkg"), facts.crs,
                    newCommuneLayer(facts, territory, year), after, progress));
    keep(writeLayer(folder / ("xa_" + yearBefore + ".shp"), facts.crs,
                    oldCommuneLayer(facts, territory, yearBefore), before, progress));
    keep(writeLayer(folder / ("huyen_" + yearBefore + ".shp"), facts.crs,
                    districtLayer(facts, territory, yearBefore), before, progress));
    const auto lineage = folder / ("lineage_" + year + ".csv");
    layers::writeTable(lineage, facts.lineage, {}, after);
    keep({lineage});
    return files;
}

}  // namespace sample
