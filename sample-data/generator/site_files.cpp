// SPDX-License-Identifier: Apache-2.0
// KML and CSV as text of our own, the rest through the writers of files.
#include "sample-data/generator/site_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layers/files/table_file.hpp"
#include "sample-data/generator/layer_file.hpp"
#include "sample-data/generator/vietnamese_text.hpp"

namespace sample {
namespace {

using layers::FieldType;
using Path = std::filesystem::path;

// Which of the models has its longitude and latitude exchanged.
constexpr std::size_t swappedModel = 23;

constexpr std::array<const char*, 5> agencies{"Sở Nông nghiệp và Môi trường", "Sở Công Thương", "UBND xã",
                                              "Sở Khoa học và Công nghệ", "Sở Xây dựng"};

const UnitFact& declaredUnit(const SiteMaking& making, const SampleSite& site) {
    return making.facts.newCommunes[site.declared];
}

std::string placemark(const SiteMaking& making, const SampleSite& site) {
    const UnitFact& unit = declaredUnit(making, site);
    const geo::Coordinate lonLat = making.ground.toLonLat(site.at);
    std::string text = "    <Placemark>\n      <name>" + site.name + "</name>\n      <ExtendedData>\n";
    const std::array<std::pair<const char*, std::string>, 5> fields{{{"ma", site.id},
                                                                     {"ten", site.name},
                                                                     {"ma_xa", unit.code},
                                                                     {"ten_xa", unit.name},
                                                                     {"vi_tri", positionStatus(site)}}};
    for (const auto& [name, value] : fields) {
        text += fmt::format("        <Data name=\"{}\"><value>{}</value></Data>\n", name, value);
    }
    return text +
           fmt::format(
               "      </ExtendedData>\n      <Point><coordinates>{:.7f},{:.7f},0</coordinates></Point>\n"
               "    </Placemark>\n",
               lonLat.x, lonLat.y);
}

/// Names of units and of our own hold none of the letters XML keeps for itself.
Path writeClusters(const SiteMaking& making, const Sites& sites, const Path& folder) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n"
        "  <Document>\n    <name>Cụm công nghiệp (minh họa)</name>\n";
    for (const SampleSite& site : sites.clusters) text += placemark(making, site);
    const Path target = folder / "cum_cong_nghiep.kml";
    writeText(target, text + "  </Document>\n</kml>\n");
    return target;
}

/// As papers write Vietnamese grid positions: X is the northing, Y the easting.
Path writeLandfills(const SiteMaking& making, const Sites& sites, const Path& folder) {
    std::string text = semicolonRow({"ma", "ten", "ma_xa", "ten_xa", "X", "Y", "dien_tich_ha", "vi_tri"});
    for (const SampleSite& site : sites.landfills) {
        const UnitFact& unit = declaredUnit(making, site);
        text += semicolonRow({site.id, site.name, unit.code, unit.name, vietnameseNumber(site.at.y, 3),
                              vietnameseNumber(site.at.x, 3), vietnameseNumber(site.area_ha, 1),
                              positionStatus(site)});
    }
    const Path target = folder / "bai_rac.csv";
    writeText(target, text);
    return target;
}

LayerContent mineLayer(const SiteMaking& making, const Sites& sites) {
    LayerContent layer{"mo_khoang_san",
                       "Mỏ khoáng sản (minh họa)",
                       {{"ma", FieldType::Text},
                        {"ten", FieldType::Text},
                        {"ma_xa", FieldType::Text},
                        {"ten_xa", FieldType::Text},
                        {"vi_tri", FieldType::Text}},
                       making.facts.crs,
                       {}};
    if (making.plantsFaults) layer.crs.reset();
    for (const SampleSite& site : sites.mines) {
        const UnitFact& unit = declaredUnit(making, site);
        layer.features.push_back({geo::Geometry::point(site.at),
                                  {site.id, site.name, unit.code, unit.name, positionStatus(site)},
                                  0});
    }
    return layer;
}

LayerContent hydropowerLayer(const SiteMaking& making, const Sites& sites) {
    LayerContent layer{"thuy_dien",
                       "Thủy điện (minh họa)",
                       {{"ma", FieldType::Text},
                        {"ten", FieldType::Text},
                        {"ma_xa", FieldType::Text},
                        {"ten_xa", FieldType::Text},
                        {"cong_suat_mw", FieldType::Decimal},
                        {"vi_tri", FieldType::Text}},
                       geo::Crs::fromText("EPSG:4326"),
                       {}};
    for (const SampleSite& site : sites.hydropower) {
        const UnitFact& unit = declaredUnit(making, site);
        const auto capacity_mw = layers::numberIn(layers::Value(site.capacity_mw));
        layer.features.push_back(
            {geo::Geometry::point(making.ground.toLonLat(site.at)),
             {site.id, site.name, unit.code, unit.name,
              capacity_mw ? layers::Value(*capacity_mw) : layers::Value(), positionStatus(site)},
             0});
    }
    return layer;
}

double sixDecimals(double degrees) { return std::round(degrees * 1e6) / 1e6; }

Path writeModels(const SiteMaking& making, const Sites& sites, const Path& folder,
                 const layers::WriteOptions& options) {
    layers::Table table{{{"ma", FieldType::Text},
                         {"ten", FieldType::Text},
                         {"ma_xa", FieldType::Text},
                         {"ten_xa", FieldType::Text},
                         {"linh_vuc", FieldType::Text},
                         {"giai_doan", FieldType::Text},
                         {"kinh_do", FieldType::Decimal},
                         {"vi_do", FieldType::Decimal},
                         {"co_quan", FieldType::Text},
                         {"vi_tri", FieldType::Text}},
                        {}};
    for (std::size_t i = 0; i < sites.models.size(); ++i) {
        const SampleSite& site = sites.models[i];
        const UnitFact& unit = declaredUnit(making, site);
        geo::Coordinate written = making.ground.toLonLat(site.at);
        if (making.plantsFaults && i == swappedModel) std::swap(written.x, written.y);
        const bool isCommunes = i % agencies.size() == 2;
        table.rows.push_back({site.id, site.name, unit.code, unit.name, site.sector, site.stage,
                              sixDecimals(written.x), sixDecimals(written.y),
                              isCommunes ? "UBND " + unit.name : std::string(agencies[i % agencies.size()]),
                              positionStatus(site)});
    }
    const Path target = folder / "mo_hinh_ktth.xlsx";
    layers::writeTable(target, table, {.title = {}, .notes = {}, .sheetName = "mo_hinh", .columnTitles = {}},
                       options);
    return target;
}

}  // namespace

std::vector<Path> writeSiteFiles(const SiteMaking& making, const Sites& sites, const Path& folder,
                                 PlantedFaults& faults, geo::Progress& progress) {
    const layers::WriteOptions options{making.facts.reformedOn, layers::Encoding::Utf8, {}};
    const layers::WriteOptions old{making.facts.reformedOn, layers::Encoding::Tcvn3, {}};
    std::vector<Path> files{writeClusters(making, sites, folder), writeLandfills(making, sites, folder)};
    for (Path& file : writeLayerFile(folder / "mo_khoang_san.shp", mineLayer(making, sites), old, progress)) {
        files.push_back(std::move(file));
    }
    for (Path& file :
         writeLayerFile(folder / "thuy_dien.geojson", hydropowerLayer(making, sites), options, progress)) {
        files.push_back(std::move(file));
    }
    files.push_back(writeModels(making, sites, folder, options));
    faults.push_back({"x-and-y-in-doubt", "bai_rac.csv", 0, {"coordinates.xy-read-as"}});
    if (!making.plantsFaults) return files;
    faults.push_back({"no-prj", "mo_khoang_san.shp", 0, {"crs.not-in-file"}});
    faults.push_back({"wrong-commune", "bai_rac.csv", sites.misdeclaredLandfill, {"site.other-commune"}});
    faults.push_back({"axes-swapped",
                      "mo_hinh_ktth.xlsx",
                      // As the sheet counts, its head included.
                      static_cast<std::int64_t>(swappedModel) + 2,
                      {"point.axes-swapped"}});
    return files;
}

}  // namespace sample
