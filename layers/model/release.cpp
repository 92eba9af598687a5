// SPDX-License-Identifier: Apache-2.0
// Releases and the words for them.
#include "layers/model/release.hpp"

namespace layers {

std::optional<Release> parseRelease(std::string_view word) {
    for (const Release release : {Release::Draft, Release::Provisional, Release::Approved}) {
        if (word == wordOf(release)) return release;
    }
    return std::nullopt;
}

std::string wordOf(Release release) {
    switch (release) {
        case Release::Draft:
            return "draft";
        case Release::Provisional:
            return "provisional";
        case Release::Approved:
            return "approved";
    }
    return {};
}

}  // namespace layers
