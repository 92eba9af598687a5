// SPDX-License-Identifier: Apache-2.0
// The words of a computation's choices.
#include "app/jobs/compute.hpp"

namespace app {

std::optional<CoverMethod> parseCoverMethod(std::string_view word) {
    if (word == "register") return CoverMethod::Register;
    if (word == "overlay") return CoverMethod::Overlay;
    return std::nullopt;
}

std::optional<DenominatorKind> parseDenominatorKind(std::string_view word) {
    if (word == "official") return DenominatorKind::Official;
    if (word == "geometric") return DenominatorKind::Geometric;
    return std::nullopt;
}

std::optional<AreaKind> parseAreaKind(std::string_view word) {
    if (word == "plane") return AreaKind::Plane;
    if (word == "ellipsoidal") return AreaKind::Ellipsoidal;
    return std::nullopt;
}

std::string wordOf(CoverMethod method) { return method == CoverMethod::Register ? "register" : "overlay"; }
std::string wordOf(DenominatorKind kind) {
    return kind == DenominatorKind::Official ? "official" : "geometric";
}
std::string wordOf(AreaKind kind) { return kind == AreaKind::Plane ? "plane" : "ellipsoidal"; }

}  // namespace app
