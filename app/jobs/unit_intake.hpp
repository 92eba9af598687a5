// SPDX-License-Identifier: Apache-2.0
// Units on their way into the workspace: matched with the register of their day, measured, held against it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "geo/base/date.hpp"
#include "layers/checks/finding.hpp"
#include "layers/checks/unit_areas.hpp"
#include "layers/model/feature_stream.hpp"
#include "layers/units/unit_fields.hpp"
#include "layers/units/unit_register.hpp"

namespace app {

/// The level and the day of the units that a layer says it holds.
struct UnitDay {
    layers::UnitLevel level = layers::UnitLevel::Commune;
    geo::Date day;
};

/// Wraps a stream of units; findings are complete when it has run out.
class UnitIntake {
  public:
    /// Errors: BadData `import.column-missing` when the layer has neither code nor name.
    UnitIntake(layers::FeatureStream source, const layers::UnitRegister& units, UnitDay unitDay);

    /// The features with `code` and `name` in front; columns of the source that bear these names are kept as
    /// `source_code`, `source_name`. The intake must outlive it.
    layers::FeatureStream features();

    /// Unknown, renamed, repeated and absent units, then areas that contradict the official ones.
    std::vector<layers::Finding> findings() const;

  private:
    bool next(layers::Feature& feature);
    std::string codeOf(const layers::Feature& feature) const;
    const layers::Unit* unitNamed(const std::string& name) const;
    std::string nameOf(const layers::Feature& feature, const layers::Unit* unit, const std::string& code);
    void measure(const layers::Feature& feature, const layers::Unit* unit, const std::string& code,
                 const std::string& name);
    std::vector<layers::Finding> absentUnits() const;

    layers::FeatureStream m_source;
    const layers::UnitRegister& m_register;
    UnitDay m_unitDay;
    layers::UnitFields m_fields;
    std::vector<layers::Unit> m_units;
    std::map<std::string, std::int64_t> m_rowOfCode;
    std::vector<layers::MeasuredUnit> m_measured;
    std::vector<layers::Finding> m_findings;
};

}  // namespace app
