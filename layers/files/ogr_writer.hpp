// SPDX-License-Identifier: Apache-2.0
// One OGR layer in the making.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/crs/crs.hpp"
#include "layers/files/gdal_session.hpp"
#include "layers/model/feature.hpp"
#include "layers/model/schema.hpp"

namespace layers {

/// Width and decimals of 0 leave the choice to the format.
struct FieldPlan {
    std::string name;
    FieldType type = FieldType::Text;
    int width = 0;
    int decimals = 0;
};

struct LayerPlan {
    std::string name;
    std::vector<FieldPlan> fields;
    geo::GeometryKind kind = geo::GeometryKind::Empty;
    std::optional<geo::Crs> crs;
    /// OGR's layer creation options, as `RFC7946=YES`.
    std::vector<std::string> options;
};

std::vector<FieldPlan> plansFor(const Schema& schema);

/// Text goes down as the bytes it is.
class OgrWriter {
  public:
    /// Errors: Internal `file.write-failed` (path, reason); here the path is the layer's name.
    OgrWriter(void* dataset, const LayerPlan& plan);
    void write(const Feature& feature);

  private:
    void setValue(int field, const Value& value);
    void check(bool done, const GdalMessages& messages) const;

    std::string m_name;
    std::vector<FieldPlan> m_fields;
    geo::GeometryKind m_kind;
    void* m_layer = nullptr;
    OgrFeature m_feature;
};

/// Ends a dataset; what GDAL could only write then, and failed to, is an error.
/// Errors: Internal `file.write-failed`.
void closeWritten(GdalDataset dataset, const std::string& name);

}  // namespace layers
