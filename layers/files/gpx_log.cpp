// SPDX-License-Identifier: Apache-2.0
// Waypoints, then track points, through GDAL.
#include "layers/files/gpx_log.hpp"

#include <cmath>

#include "layers/files/joined_layers.hpp"
#include "layers/files/whole_file.hpp"

namespace layers {
namespace {

// A receiver of ordinary make is off by about this at a dilution of one.
constexpr double rangeError_m = 5;
constexpr std::int64_t rowsPerStep = 1000;

/// Where the fields of a GPX layer stand that a point is made of.
class PointFields {
  public:
    explicit PointFields(const Schema& schema)
        : m_elevation(schema.indexOf("ele")),
          m_time(schema.indexOf("time")),
          m_name(schema.indexOf("name")),
          m_comment(schema.indexOf("cmt")),
          m_description(schema.indexOf("desc")),
          m_dilution(schema.indexOf("hdop")) {}

    FieldPoint pointIn(const Feature& feature) const {
        FieldPoint point;
        point.lonLat_deg = feature.geometry.coordinates().front();
        point.elevation_m = numberAt(feature, m_elevation);
        point.time = textAt(feature, m_time);
        point.name = textAt(feature, m_name);
        point.note = noteIn(feature);
        const auto dilution = numberAt(feature, m_dilution);
        if (!dilution || *dilution <= 0) return point;
        point.accuracy_m = *dilution * rangeError_m;
        point.accuracyFrom = "hdop";
        return point;
    }

  private:
    using Place = std::optional<std::size_t>;

    static std::string textAt(const Feature& feature, Place field) {
        return field ? textIn(feature.values[*field]) : std::string{};
    }
    static std::optional<double> numberAt(const Feature& feature, Place field) {
        const auto number = field ? numberIn(feature.values[*field]) : std::nullopt;
        return number && std::isfinite(*number) ? number : std::nullopt;
    }
    /// Receivers put the same words in both.
    std::string noteIn(const Feature& feature) const {
        const std::string comment = textAt(feature, m_comment);
        const std::string description = textAt(feature, m_description);
        if (comment.empty() || comment == description) return description;
        return description.empty() ? comment : comment + "; " + description;
    }

    Place m_elevation, m_time, m_name, m_comment, m_description, m_dilution;
};

bool isOnEarth(const geo::Geometry& shape) {
    if (shape.isEmpty()) return false;
    const geo::Coordinate at = shape.coordinates().front();
    return std::abs(at.x) <= 180 && std::abs(at.y) <= 90;
}

enum class Sort { Waypoint, Track };

struct GpxLayer {
    const char* name;
    Sort sort;
};

class GpxPoints {
  public:
    GpxPoints(const std::filesystem::path& path, geo::Progress& progress)
        : m_path(path), m_progress(progress) {}

    void read(const GpxLayer& from) {
        JoinedLayers layer(m_path, Format::Gpx, from.name);
        FileText text;
        layer.useText(text);
        layer.rewind();
        const PointFields fields(layer.schema());
        Feature feature;
        while (layer.next(feature)) take(feature, fields, from.sort);
    }

    FieldLog finished() {
        if (m_offEarth > 0)
            m_log.faults.push_back({{"gpx.position", {{"count", m_offEarth}}}, m_firstOffEarth});
        return std::move(m_log);
    }

  private:
    void take(const Feature& feature, const PointFields& fields, Sort sort) {
        if (m_row % rowsPerStep == 0) m_progress.step("files.reading", m_row, 0);
        ++m_row;
        if (!isOnEarth(feature.geometry)) {
            if (m_offEarth++ == 0) m_firstOffEarth = m_row;
            return;
        }
        FieldPoint point = fields.pointIn(feature);
        point.isTrack = sort == Sort::Track;
        point.row = m_row;
        m_log.points.push_back(std::move(point));
    }

    const std::filesystem::path& m_path;
    geo::Progress& m_progress;
    FieldLog m_log;
    std::int64_t m_row = 0;
    std::int64_t m_offEarth = 0;
    std::int64_t m_firstOffEarth = 0;
};

}  // namespace

FieldLog readGpx(const std::filesystem::path& path, geo::Progress& progress) {
    requireWholeFile(path, Format::Gpx);
    GpxPoints points(path, progress);
    points.read({"waypoints", Sort::Waypoint});
    points.read({"track_points", Sort::Track});
    return points.finished();
}

}  // namespace layers
