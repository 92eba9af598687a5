// SPDX-License-Identifier: Apache-2.0
// GeoPackages as QGIS wants them, looked at through GDAL itself.
#include <gdal.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_api.h>

#include <memory>

#include "tests/layers/files/sample_files.hpp"

namespace {

struct Closer {
    void operator()(void* dataset) const { GDALClose(dataset); }
};

/// Rows of a query, cells joined by bars.
std::vector<std::string> ask(const std::filesystem::path& path, const std::string& sql) {
    GDALAllRegister();
    const std::unique_ptr<void, Closer> dataset(
        GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    OGRLayerH layer = GDALDatasetExecuteSQL(dataset.get(), sql.c_str(), nullptr, nullptr);
    std::vector<std::string> rows;
    while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
        std::string row;
        for (int i = 0; i < OGR_F_GetFieldCount(feature); ++i) {
            row += (i > 0 ? "|" : "") + std::string(OGR_F_GetFieldAsString(feature, i));
        }
        rows.push_back(row);
        OGR_F_Destroy(feature);
    }
    GDALDatasetReleaseResultSet(dataset.get(), layer);
    return rows;
}

TEST(GeoPackage, carriesItsStylesAsDefaultsWhereQgisLooks) {
    const sample::Folder folder;

    sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa", "<qgis>phủ rừng</qgis>"), sample::plots().toWrite("lo")});

    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName,"
                                       " styleQML, useAsDefault FROM layer_styles"),
                testing::ElementsAre("||xa|geom|mặc định|<qgis>phủ rừng</qgis>|1"));
    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT table_name, data_type, identifier FROM gpkg_contents"),
                testing::UnorderedElementsAre("xa|features|Lớp xa", "lo|features|Lớp lo",
                                              "layer_styles|attributes|layer_styles"));
}

TEST(GeoPackage, hasASpatialIndex) {
    const sample::Folder folder;

    sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa")});

    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT count(*) FROM rtree_xa_geom"), testing::ElementsAre("3"));
}

TEST(GeoPackage, isDatedByTheDataNotTheClock) {
    const sample::Folder folder;

    sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa", "<qgis/>")});

    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT DISTINCT substr(last_change, 1, 10) FROM gpkg_contents"),
                testing::ElementsAre("2024-12-31"));
    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT substr(update_time, 1, 10) FROM layer_styles"),
                testing::ElementsAre("2024-12-31"));
}

TEST(GeoPackage, keepsFieldsCalledLikeItsOwnColumns) {
    const sample::Folder folder;
    sample::Layer layer = sample::plots();
    layer.schema = {{"fid", layers::FieldType::Whole},
                    {"geom", layers::FieldType::Text},
                    {"dtich", layers::FieldType::Decimal},
                    {"ldlr", layers::FieldType::Text}};

    sample::write(folder / "a.gpkg", {layer.toWrite("xa", "<qgis/>")});

    EXPECT_EQ(sample::readAll(folder / "a.gpkg").features[0].values, layer.features[0].values);
    EXPECT_THAT(ask(folder / "a.gpkg", "SELECT f_geometry_column FROM layer_styles"), testing::ElementsAre("geom_1"));
}

TEST(GeoPackage, holdsPlainTablesToo) {
    const sample::Folder folder;
    sample::Layer table = sample::plots();
    table.kind = geo::GeometryKind::Empty;
    for (auto& feature : table.features) feature.geometry = {};
    layers::OpenOptions options;
    options.layerName = "so_lieu";

    sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa"), table.toWrite("so_lieu")});

    EXPECT_EQ(sample::readAll(folder / "a.gpkg", options).features.size(), 3u);
    EXPECT_EQ(sample::readAll(folder / "a.gpkg").stream.kind, geo::GeometryKind::MultiPolygon);
}

TEST(GeoPackage, replacesAnOlderOneTogetherWithItsLog) {
    const sample::Folder folder;
    sample::writeBytes(folder / "a.gpkg", "an older file");
    sample::writeBytes(folder / "a.gpkg-wal", "its log, which would spoil the new one");

    sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa")});

    EXPECT_THAT(sample::namesIn(folder.path()), testing::ElementsAre("a.gpkg"));
}

TEST(GeoPackage, knowsNoOtherEncoding) {
    const sample::Folder folder;

    EXPECT_EQ(sample::errorOf([&] {
                  sample::write(folder / "a.gpkg", {sample::plots().toWrite("xa")},
                                sample::options(layers::Encoding::Tcvn3));
              }),
              "file.encoding-not-for-format encoding=tcvn3");
}

TEST(GeoJson, asksForWgs84) {
    const sample::Folder folder;

    EXPECT_EQ(sample::errorOf([&] { sample::write(folder / "a.geojson", {sample::plots().toWrite("xa")}); }),
              "file.geojson-needs-wgs84 layer=xa crs=EPSG:9205");
}

}  // namespace
