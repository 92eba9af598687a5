// SPDX-License-Identifier: Apache-2.0
// Owners of PROJ handles; included by the .cpp files of this room only.
#pragma once

#include <proj.h>

#include <memory>

namespace geo {

struct ProjContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjObjectDeleter {
    void operator()(PJ* object) const { proj_destroy(object); }
};
struct ProjListDeleter {
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
struct ProjFactoryDeleter {
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const {
        proj_operation_factory_context_destroy(factory);
    }
};
using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjContextDeleter>;
using ProjObject = std::unique_ptr<PJ, ProjObjectDeleter>;
using ProjList = std::unique_ptr<PJ_OBJ_LIST, ProjListDeleter>;
using ProjFactory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, ProjFactoryDeleter>;

/// A silent context that never asks the network.
/// Errors: Internal `crs.no-database` when PROJ finds no proj.db.
ProjContext makeProjContext();

/// PROJ's text, or the empty text where it has none.
inline const char* textOrEmpty(const char* text) { return text == nullptr ? "" : text; }

}  // namespace geo
