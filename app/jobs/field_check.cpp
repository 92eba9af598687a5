// SPDX-License-Identifier: Apache-2.0
// The ground of `check`, kept for one point after another.
#include "app/jobs/field_check.hpp"

#include "app/jobs/check_map.hpp"
#include "layers/store/workspace.hpp"

namespace app {

struct FieldCheck::State {
    geo::Crs crs;
    CheckGround ground;
    geo::Extent reach;
};

FieldCheck::FieldCheck(const Project& project, geo::Progress& progress) {
    progress.step("check.preparing");
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    m_state = std::make_unique<State>(State{workspace.settings().crs, CheckGround(workspace, project), {}});
    m_state->reach = reachOf(m_state->ground);
}

FieldCheck::~FieldCheck() = default;

FieldVerdict FieldCheck::judge(const layers::FieldPoint& point, const Catalogue& words) const {
    const geo::Transform toPlane(geo::Crs::fromText("EPSG:4326"), m_state->crs);
    FieldVerdict verdict{judgedPoint(point, toPlane, m_state->ground), false, {}, {}};
    verdict.isNearProvince = isWithin(verdict.checked, m_state->reach);
    verdict.line = lineOf(verdict.checked, {0, 1, verdict.checked.answer.toBorder}, words);
    verdict.beside = besideOf(verdict.checked, m_state->ground);
    return verdict;
}

const geo::Crs& FieldCheck::crs() const { return m_state->crs; }

}  // namespace app
