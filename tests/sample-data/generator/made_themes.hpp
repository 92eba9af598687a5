// SPDX-License-Identifier: Apache-2.0
// The land of province 12 and everything that stands on it, made once for all tests.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>

#include "sample-data/generator/themes.hpp"
#include "tests/sample-data/generator/made_sample.hpp"

namespace sample::test {

struct MadeThemes {
    PackFacts facts = readPackFacts(packFolder());
    geo::Progress progress;
    Territory territory = Territory::make(facts, 12, progress);
    SiteGround ground{facts, territory};
    Themes themes{{facts, territory, std::vector<double>(facts.newCommunes.size(), 50), 12, true},
                  packFolder(),
                  progress};

    const ThemeContents& contents() const { return themes.contents(); }
};

inline const MadeThemes& madeThemes() {
    static const MadeThemes made;
    return made;
}

/// 2,000 plots and every fault.
inline const MadeSample& faultySample() {
    static const MadeSample made(2'000, false);
    return made;
}

inline nlohmann::json truthOf(const MadeSample& made) {
    return nlohmann::json::parse(std::ifstream(made.folder() / "truth.json"));
}

/// Fields of a text by a separator, row by row; the text holds no quotes.
inline std::vector<std::vector<std::string>> rowsOf(const std::string& text, char separator) {
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    for (const char letter : text) {
        if (letter == '\n') {
            rows.emplace_back(1);
        } else if (letter == separator) {
            rows.back().emplace_back();
        } else if (letter != '\r') {
            rows.back().back() += letter;
        }
    }
    rows.pop_back();
    return rows;
}

}  // namespace sample::test
