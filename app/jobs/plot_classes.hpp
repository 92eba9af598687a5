// SPDX-License-Identifier: Apache-2.0
// What a plot is, by its two codes, and where that stands in a legend.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layers/indicators/forest_plots.hpp"
#include "layers/model/value.hpp"
#include "styles/map/plot_source.hpp"
#include "styles/theme/data_look.hpp"

namespace app {

/// The names of the two codes in a layer of plots.
std::vector<std::string> plotCodeFields(const layers::Schema& schema);

/// Both codes of a plot, symbol and number, as one text.
std::string plotClass(const layers::ForestFields& fields, const std::vector<layers::Value>& values);

/// Looks every code up once, for there are few. The look must outlive it.
class PlotRows {
  public:
    explicit PlotRows(const styles::PlotsLook& look) : m_look(look) {}

    styles::PlotRow of(const layers::ForestFields& fields, const std::vector<layers::ValueView>& values);
    styles::PlotRow of(const layers::ForestFields& fields, const std::vector<layers::Value>& values);
    /// As plotClass() made it.
    styles::PlotRow ofClass(std::string_view plotClass);

  private:
    template <class Values>
    styles::PlotRow ofValues(const layers::ForestFields& fields, const Values& values);
    styles::PlotRow ofCode(const layers::ValueView& value);
    styles::PlotRow ofCode(const layers::Value& value) { return ofCode(layers::viewOf(value)); }
    styles::PlotRow ofText(std::string_view code);

    const styles::PlotsLook& m_look;
    std::map<std::string, styles::PlotRow, std::less<>> m_known;
};

}  // namespace app
