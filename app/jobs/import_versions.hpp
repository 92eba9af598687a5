// SPDX-License-Identifier: Apache-2.0
// What a file that comes again changes.
#pragma once

#include <optional>
#include <vector>

#include "app/jobs/intake.hpp"

namespace app {

/// Whether a newer version takes the place of an older one: units of the same day, a file read again.
bool replaces(const layers::LayerRecord& newer, const layers::LayerRecord& older);

/// The version shown that came from the very same bytes, read in the same way: there is nothing to store.
/// Nothing once decisions on names came after it.
std::optional<layers::LayerRecord> sameVersion(const Intake& intake, const layers::LayerRecord& record);

/// What comes of a file whose version that is.
Stored unchanged(layers::LayerRecord version);

/// `import.difference` (file, same, changed, added, removed), rows held against one another by their content,
/// changed ones by their place in the file; nothing when it replaces no version.
std::optional<geo::Message> differenceFrom(const Intake& intake, const layers::LayerRecord& newer);

/// What the version replaced spoke of and the newer one does not: `import.figures-gone` (file, count, units),
/// rows of units that have none any more; `import.replaces-other` (file, count), a layer that shares no shape.
std::optional<geo::Message> goneFrom(const Intake& intake, const layers::LayerRecord& newer);

}  // namespace app
