// SPDX-License-Identifier: Apache-2.0
// How a PROJ context is set up.
#include "geo/crs/proj_handles.hpp"

#include "geo/base/error.hpp"

namespace geo {

ProjContext makeProjContext() {
    ProjContext context(proj_context_create());
    if (!context) throw Error(ErrorKind::Internal, "crs.no-database");
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    if (proj_context_get_database_path(context.get()) == nullptr) {
        throw Error(ErrorKind::Internal, "crs.no-database");
    }
    return context;
}

}  // namespace geo
