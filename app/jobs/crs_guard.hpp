// SPDX-License-Identifier: Apache-2.0
// The coordinate system of a file, held against the borders the workspace has.
#pragma once

#include <string_view>
#include <vector>

#include "app/jobs/crs_sample.hpp"
#include "app/jobs/intake.hpp"
#include "geo/crs/crs.hpp"
#include "layers/checks/finding.hpp"

namespace app {

/// How the borders speak of the system a file was read in. Silent where they agree, cannot tell, or where
/// there are none.
/// Findings: `crs.fits-better` when the system is the user's word; `crs.rotation-signs`, a shift of less than
///           a metre; both with crs, better, option, shift_m, controls, percent, better_percent, control;
///           `shape.off-declared-units` (controls, percent, control): no system fits better, and yet many
///           places do not lie in the unit they declare.
/// Errors:   BadData `crs.contradicted` with the same when the system is the file's word; `crs.datum-lost`
///           (crs, option) when the file names a zone of VN-2000 on WGS 84.
std::vector<layers::Finding> crsEvidence(const Intake& intake, const CrsSample& sample,
                                         const geo::Crs& declared, std::string_view crsFrom);

/// Asks for the system of a file that names none: with the candidates, best first, and how sure each is.
/// Errors: BadData `crs.unsaid-sure` (name, option, percent, controls, control, others),
///         `crs.unsaid-exchanged` (the same), `crs.unsaid-alike` (candidates, option, controls,
///         control), `crs.unsaid` (candidates, option) when only the place of the province speaks,
///         `crs.unsaid-nowhere` (the extent of the numbers) when no system in use puts them into the
///         province.
[[noreturn]] void refuseWithoutCrs(const Intake& intake, const CrsSample& sample);

/// A layer that shares nothing with the province was read in a system it is not in.
/// Errors: BadData `crs.off-province` (crs, candidates).
void requireInProvince(const Intake& intake, const layers::LayerRecord& record, const CrsSample& sample);

}  // namespace app
