// SPDX-License-Identifier: Apache-2.0
// Features read on one thread and used on another.
#pragma once

#include <functional>
#include <vector>

#include "layers/model/feature_stream.hpp"

namespace layers {

/// Reads streams one after another on this thread, while `use`, on a thread of its own, draws the same
/// features from streams that stand for them, each to its end and in their order.
/// Errors: those of reading, else those of use; after an error of reading the streams given to use fail, so
/// that no part passes for the whole.
void relayFeatures(const std::vector<FeatureStream>& sources,
                   const std::function<void(const std::vector<FeatureStream>& streams)>& use);

}  // namespace layers
