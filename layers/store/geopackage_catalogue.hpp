// SPDX-License-Identifier: Apache-2.0
// The tables by which a GeoPackage says what it holds.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/base/date.hpp"
#include "geo/crs/crs.hpp"
#include "geo/shape/extent.hpp"
#include "geo/shape/geometry.hpp"
#include "layers/model/layer_to_write.hpp"
#include "layers/store/geopackage_writer.hpp"
#include "layers/store/store_connection.hpp"

namespace layers {

/// One table of features or of plain rows.
struct GeoPackageTable {
    std::string name;
    std::string title;
    std::string idColumn;
    /// Empty for plain rows.
    std::string shapeColumn;
    Schema schema;
    geo::GeometryKind kind = geo::GeometryKind::Empty;
    std::int64_t srsId = 0;

    bool hasShapes() const { return !shapeColumn.empty(); }
    std::string indexName() const { return "rtree_" + name + "_" + shapeColumn; }
};

/// What stands in a table once all its rows are in.
struct GeoPackageContents {
    std::int64_t rows = 0;
    geo::Extent extent;
};

/// The style in which a layer opens.
struct GeoPackageStyle {
    std::string layerName;
    std::string shapeColumn;
    std::string name;
    std::string qml;
};

/// Fills a new database in the caller's transaction.
class GeoPackageCatalogue {
  public:
    GeoPackageCatalogue(const StoreConnection& connection, const GeoPackageOptions& options);

    /// The table of a layer, still empty, with its index still without triggers.
    GeoPackageTable createTable(const LayerToWrite& layer);
    /// Tells of a table whose rows and boxes are in; from here on triggers keep its index and its count.
    void enter(const GeoPackageTable& table, const GeoPackageContents& contents);
    /// `layer_styles` as QGIS makes it and looks for it; nothing when there are no styles.
    void addStyles(const std::vector<GeoPackageStyle>& styles);

  private:
    void addSystem(std::int64_t srsId, const std::string& organization, std::int64_t code,
                   const geo::Crs& crs);
    std::int64_t srsIdOf(const std::optional<geo::Crs>& crs);
    std::string unusedTitle(const GeoPackageTable& table) const;

    const StoreConnection& m_connection;
    const GeoPackageOptions& m_options;
    std::vector<std::pair<geo::Crs, std::int64_t>> m_systems;
};

}  // namespace layers
