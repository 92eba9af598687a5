// SPDX-License-Identifier: Apache-2.0
// Of which day the communes are that forest plots declare.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "app/jobs/intake.hpp"
#include "layers/indicators/forest_plots.hpp"
#include "layers/indicators/name_decisions.hpp"
#include "layers/model/feature_stream.hpp"

namespace app {

/// The communes a layer of plots declares, gathered while it flows by.
class PlotCommunes {
  public:
    struct Declared {
        layers::UnitKey key;
        std::int64_t plots = 0;
        std::int64_t firstRow = 0;
    };

    /// Must outlive the stream it answers.
    layers::FeatureStream noting(layers::FeatureStream plots);

    const std::map<layers::NameKey, Declared>& all() const { return m_communes; }

  private:
    void note(const layers::Feature& plot, const layers::ForestFields& fields);

    std::map<layers::NameKey, Declared> m_communes;
    /// The inventory lists plots by commune: the last one is asked for again and again.
    layers::UnitKey m_lastKey;
    Declared* m_last = nullptr;
};

/// Sets the layer's epoch to the time most of its plots declare communes of; a day told is held against them.
/// Findings: `forest.commune-of-other-epoch` (code, name, day, plots) by commune; where the day told is
///           contradicted, those of EpochJoin by commune, and the refusal `import.mis-join-plots`.
void settleEpoch(const Intake& intake, const PlotCommunes& communes, std::int64_t layer, Stored& stored);

}  // namespace app
