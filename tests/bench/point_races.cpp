// SPDX-License-Identifier: Apache-2.0
// Points in communes, and the index that finds them.
#include <fmt/format.h>

#include "tests/bench/races.hpp"

namespace bench {

Race pointsInCommunes(Bench& bench) {
    auto ours = stepContender(bench, Role::Ours, "grid and index at hand", "locate");
    ours.limits = {{Limit::Beside::Seconds, 0.15}};
    auto anew = stepContender(bench, Role::Ours, "grid and index made anew", "locate-anew");
    anew.limits = ours.limits;
    return {
        .work = fmt::format("the communes of {} WGS 84 points, change of datum included, 2 threads",
                            bench.options.points),
        .answer = "points in communes",
        .mostDifference = 1e-6,
        .contenders = {stepContender(bench, Role::Floor, "the index alone, points on the plane already",
                                     "locate-on-plane"),
                       ours, anew, postgisContender(bench, "PostGIS, communes subdivided", "locate_cut.sql"),
                       slow(bench, postgisContender(bench, "PostGIS, plain", "locate_plain.sql"))}};
}

Race communesIndexed(Bench& bench) {
    return {.work = "index of the communes, 1 thread",
            .answer = "",
            .contenders = {stepContender(bench, Role::Ours, "zone index", "index"),
                           postgisContender(bench, "PostGIS, subdividing and GiST", "cut_communes.sql")}};
}

}  // namespace bench
