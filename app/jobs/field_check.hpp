// SPDX-License-Identifier: Apache-2.0
// One point in the field, judged at once: the verdict and what lies around.
#pragma once

#include <memory>

#include "app/jobs/check_report.hpp"
#include "app/jobs/outcome.hpp"
#include "app/project/project.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/progress.hpp"

namespace app {

struct FieldVerdict {
    CheckedPoint checked;
    /// Farther off, the workspace's plane means little.
    bool isNearProvince = false;
    /// `Trong xã` and its like, then commune, distance to its border and accuracy.
    geo::Message line;
    /// Nearest registered place and nearest stream, where there are any.
    std::vector<geo::Message> beside;
};

/// What field points are held against, read once; it asks nothing of the network or the file afterwards.
class FieldCheck {
  public:
    /// Errors: those of CheckGround.
    FieldCheck(const Project& project, geo::Progress& progress);
    ~FieldCheck();

    FieldVerdict judge(const layers::FieldPoint& point, const Catalogue& words) const;
    /// The system positions are told in.
    const geo::Crs& crs() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace app
