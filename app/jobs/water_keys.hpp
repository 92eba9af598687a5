// SPDX-License-Identifier: Apache-2.0
// Which columns of rivers and basins hold their identifier and name, under the names offices use.
#pragma once

#include "layers/model/feature_stream.hpp"

namespace app {

/// What the two columns are called in the workspace.
struct WaterKey {
    const char* identifier;
    const char* name;
};

/// The features with identifier and name in front; columns of the source under other names stay as they are.
/// A feature without an identifier gets its row's number, one without a name its identifier.
layers::FeatureStream withKey(layers::FeatureStream source, const WaterKey& key);

}  // namespace app
