// SPDX-License-Identifier: Apache-2.0
// Words of file names.
#include "app/jobs/import_guess.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "layers/text/plain_words.hpp"

namespace app {
namespace {

using enum layers::Kind;

/// Longer words first: `xa_thai` is no commune, `chi_tieu_giao` no table of figures.
constexpr std::array<std::pair<std::string_view, layers::Kind>, 28> words{{{"xa_thai", Outfalls},
                                                                           {"nuoc_thai", Outfalls},
                                                                           {"outfalls", Outfalls},
                                                                           {"chi_tieu_giao", Targets},
                                                                           {"targets", Targets},
                                                                           {"chi_tieu", Indicators},
                                                                           {"so_lieu", Indicators},
                                                                           {"indicators", Indicators},
                                                                           {"lineage", Lineage},
                                                                           {"sap_nhap", Lineage},
                                                                           {"rung", Forest},
                                                                           {"forest", Forest},
                                                                           {"huyen", Districts},
                                                                           {"districts", Districts},
                                                                           {"luu_vuc", Basins},
                                                                           {"basins", Basins},
                                                                           {"song", Rivers},
                                                                           {"suoi", Rivers},
                                                                           {"rivers", Rivers},
                                                                           {"cum_cong_nghiep", Clusters},
                                                                           {"bai_rac", Landfills},
                                                                           {"chon_lap", Landfills},
                                                                           {"khoang_san", Mines},
                                                                           {"thuy_dien", Hydropower},
                                                                           {"mo_hinh", Models},
                                                                           {"phuong", Communes},
                                                                           {"communes", Communes},
                                                                           {"xa", Communes}}};

std::string lowerExtension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    for (char& letter : extension) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return extension;
}

}  // namespace

std::optional<layers::Kind> guessKind(const std::filesystem::path& file) {
    const std::string key = layers::plainKey(file.stem().string());
    const auto found =
        std::ranges::find_if(words, [&](const auto& word) { return layers::holdsWords(key, word.first); });
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

bool isFieldLog(const std::filesystem::path& file) {
    const std::string extension = lowerExtension(file);
    return extension == ".gpx" || extension == ".nmea" || extension == ".nma" || extension == ".ubx";
}

}  // namespace app
