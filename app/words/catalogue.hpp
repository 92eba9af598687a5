// SPDX-License-Identifier: Apache-2.0
// One language's sentences, by message id: the only place where people's words come from.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/words/numbers.hpp"
#include "geo/base/error.hpp"
#include "geo/base/message.hpp"

namespace app {

class Catalogue {
  public:
    /// Reads `vi.json` or `en.json`: a flat object of id → sentence with `{argument}` places.
    /// `{area:2}` writes a number with two decimals; `{kind:word}` looks the value up as id `word.<value>`;
    /// `{day:date}` writes an ISO date, or each of several parted by `, `, as people do.
    /// Errors: NotFound `words.missing`; BadData `words.unreadable`.
    static Catalogue read(const std::filesystem::path& folder, Language language);

    Language language() const { return m_language; }
    bool knows(std::string_view id) const;

    /// The sentence of a message; an unknown id is shown as it is, with its arguments, so that nothing is
    /// hidden.
    std::string sentence(const geo::Message& message) const;
    std::string sentence(std::string_view id, std::vector<geo::Argument> arguments = {}) const;

    /// What failed, from the outermost work inwards, each once: `reading 'x.gpkg': layer has no …`.
    std::string sentence(const geo::Error& error) const;

    std::vector<std::string> ids() const;

  private:
    std::string filled(std::string_view pattern, const geo::Message& message) const;
    /// The value itself where no word stands for it.
    std::string wordFor(const std::string& text) const;
    std::string placed(std::string_view place, const geo::Message& message) const;

    Language m_language = Language::Vietnamese;
    std::map<std::string, std::string, std::less<>> m_sentences;
};

}  // namespace app
