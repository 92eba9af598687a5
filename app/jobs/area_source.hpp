// SPDX-License-Identifier: Apache-2.0
// Polygons to measure, wherever they lie: a layer of the workspace or a file beside it.
#pragma once

#include <string>

#include "app/jobs/figure_task.hpp"
#include "app/jobs/tabulate.hpp"
#include "layers/model/shape_stream.hpp"

namespace app {

struct AreaSource {
    /// The file that findings name.
    std::string name;
    layers::ShapeParts polygons;
};

/// With the field of the class alone, in the workspace's system. A name the project shows wins over a file.
/// Errors: those tabulateLayer() names for the source.
AreaSource areaSource(const FigureRoom& room, const TabulateRequest& request);

}  // namespace app
