// SPDX-License-Identifier: Apache-2.0
// GDAL reads the text, the house its geometry.
#include "layers/files/table_shapes.hpp"

#include <ogr_api.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "geo/base/error.hpp"
#include "layers/files/gdal_session.hpp"
#include "layers/files/ogr_geometry.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::array<std::string_view, 7> heads{"wkt",  "geom",      "geometry", "the_geom",
                                                "hinh", "hinh_dang", "wkt_geom"};

struct OgrGeometryDestroyer {
    void operator()(void* geometry) const { OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry)); }
};

std::unique_ptr<void, OgrGeometryDestroyer> parsed(const std::string& text) {
    const GdalMessages messages;
    std::string writable = text;
    char* rest = writable.data();
    OGRGeometryH geometry = nullptr;
    const OGRErr fault = OGR_G_CreateFromWkt(&rest, nullptr, &geometry);
    std::unique_ptr<void, OgrGeometryDestroyer> owned(geometry);
    return fault == OGRERR_NONE ? std::move(owned) : nullptr;
}

bool isShape(const Value& cell) {
    const auto* const text = std::get_if<std::string>(&cell);
    return text != nullptr && parsed(*text) != nullptr;
}

}  // namespace

std::optional<std::size_t> wktColumnOf(const Table& table) {
    for (std::size_t column = 0; column < table.schema.size(); ++column) {
        const std::string head = plainKey(table.schema.fields()[column].name);
        if (std::ranges::find(heads, head) == heads.end()) continue;
        // One bad cell, also the first, makes no other column of it: it will be named by its row.
        if (std::ranges::any_of(table.rows, [&](const auto& row) { return isShape(row[column]); }))
            return column;
    }
    return std::nullopt;
}

geo::Geometry shapeOfWkt(const Value& cell) {
    if (isMissing(cell)) return {};
    const std::string text = textIn(cell);
    const auto geometry = parsed(text);
    if (geometry == nullptr)
        throw geo::Error(geo::ErrorKind::BadData, "table.wkt-unreadable", {{"text", text.substr(0, 60)}});
    return fromOgrGeometry(geometry.get());
}

}  // namespace layers
