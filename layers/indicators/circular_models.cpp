// SPDX-License-Identifier: Apache-2.0
// Models by the words offices use for them.
#include "layers/indicators/circular_models.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "layers/checks/site_words.hpp"
#include "layers/model/row_reader.hpp"
#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

/// Source: the plan's annex II.
constexpr std::array<std::string_view, 10> sectors{"I",  "II",  "III",  "IV", "V",
                                                   "VI", "VII", "VIII", "IX", "X"};
constexpr std::array<std::string_view, 4> stages{"planned", "building", "operating", "stopped"};

std::string upperOf(std::string_view text) {
    std::string upper(text);
    for (char& letter : upper) {
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
    return upper;
}

std::optional<std::string> sectorNumbered(std::string_view word) {
    const std::string upper = upperOf(word);
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        if (upper == sectors[i] || word == std::to_string(i + 1)) return std::string(sectors[i]);
    }
    return std::nullopt;
}

/// The number of `IX. Quản lý…`, `IX - Quản lý…`; empty when no mark sets it off: `X quang` names no sector.
std::string_view beforeMark(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const std::string_view number = text.substr(0, text.find_first_not_of("IVXivx0123456789"));
    text.remove_prefix(number.size());
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const auto isMark = [&](std::string_view mark) { return text.starts_with(mark); };
    constexpr std::array<std::string_view, 6> marks{".", ":", ")", "-", "–", "/"};
    return std::ranges::any_of(marks, isMark) ? number : std::string_view();
}

/// Where a word stands in its list; behind all others when it is none of them.
std::size_t placeOf(std::span<const std::string_view> words, std::string_view word) {
    return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

Finding findingAbout(const Site& site, geo::Message message) {
    return {std::move(message), site.row, site.communeCode};
}

/// Unit, then sector and stage by their place.
using CountKey = std::tuple<std::string, std::size_t, std::size_t>;

std::string wordAt(std::span<const std::string_view> words, std::size_t place) {
    return place < words.size() ? std::string(words[place]) : std::string();
}

class ModelCounting {
  public:
    explicit ModelCounting(const std::function<std::string(const Site&)>& unitOf) : m_unitOf(unitOf) {
        m_tally.ledger.unit.clear();
    }

    void add(const Site& site) {
        m_tally.ledger.add(LedgerSide::In, "models", 1, 0);
        if (isRepeated(site)) return m_tally.ledger.add(LedgerSide::Lost, "repeated", 1, 0);
        const std::string unit = m_unitOf(site);
        if (unit.empty()) {
            m_tally.findings.push_back(
                findingAbout(site, {"model.outside", {{"id", site.id}, {"name", site.name}}}));
            return m_tally.ledger.add(LedgerSide::Lost, "outside-all-units", 1, 0);
        }
        const std::string sector = sectorWritten(site.sector).value_or("");
        const std::string stage = stageWritten(site.stage).value_or("");
        if (sector.empty())
            m_tally.findings.push_back(findingAbout(
                site,
                {"model.sector-unknown", {{"id", site.id}, {"name", site.name}, {"sector", site.sector}}}));
        if (stage.empty())
            m_tally.findings.push_back(findingAbout(
                site,
                {"model.stage-unknown", {{"id", site.id}, {"name", site.name}, {"stage", site.stage}}}));
        ++m_counts[{unit, placeOf(sectors, sector), placeOf(stages, stage)}];
        m_tally.ledger.add(LedgerSide::Out, "counted", 1, 0);
    }

    ModelTally finish() && {
        for (const auto& [key, count] : m_counts) {
            const auto& [unit, sector, stage] = key;
            m_tally.counts.push_back({unit, wordAt(sectors, sector), wordAt(stages, stage), count});
        }
        return std::move(m_tally);
    }

  private:
    bool isRepeated(const Site& site) {
        if (site.id.empty()) return false;
        const auto [first, isNew] = m_rowOfId.try_emplace(site.id, site.row);
        if (!isNew)
            m_tally.findings.push_back(findingAbout(
                site,
                {"model.repeated", {{"id", site.id}, {"name", site.name}, {"first_row", first->second}}}));
        return !isNew;
    }

    const std::function<std::string(const Site&)>& m_unitOf;
    std::map<std::string, std::int64_t> m_rowOfId;
    std::map<CountKey, std::int64_t> m_counts;
    ModelTally m_tally;
};

}  // namespace

std::span<const std::string_view> modelSectors() { return sectors; }

std::span<const std::string_view> modelStages() { return stages; }

std::vector<SectorName> sectorNamesFromTable(const Table& table) {
    requireColumns(table, {"roman", "name_vi"});
    std::vector<SectorName> names;
    for (std::size_t index = 0; index < table.rows.size(); ++index) {
        const RowReader row(table, index);
        const auto sector = sectorNumbered(row.requiredText("roman"));
        if (!sector) row.refuse("roman");
        names.push_back({*sector, row.requiredText("name_vi")});
    }
    return names;
}

std::optional<std::string> sectorWritten(std::string_view text, std::span<const SectorName> names) {
    if (text == "x") return std::nullopt;  // the sign for nothing; sector ten is a capital
    std::string key = plainKey(text);
    for (const std::string_view lead : {"linh_vuc_", "nganh_", "sector_"}) {
        if (key.starts_with(lead)) key.erase(0, lead.size());
    }
    for (const SectorName& known : names) {
        const std::string name = plainKey(known.name);
        if (key == name || key == plainKey(known.sector) + "_" + name) return known.sector;
    }
    if (const auto whole = sectorNumbered(key)) return whole;
    return sectorNumbered(beforeMark(text));
}

std::optional<std::string> stageWritten(std::string_view text) {
    const std::string stage = normalStage(text);
    return std::ranges::count(stages, stage) > 0 ? std::optional(stage) : std::nullopt;
}

ModelTally countModels(std::span<const Site> sites, const std::function<std::string(const Site&)>& unitOf) {
    ModelCounting counting(unitOf);
    for (const Site& site : sites) {
        if (site.kind == Kind::Models) counting.add(site);
    }
    return std::move(counting).finish();
}

std::string modelPart(std::string_view sector, std::string_view stage) {
    std::string part;
    if (!sector.empty()) part.append("sector=").append(sector);
    if (!stage.empty()) part.append(part.empty() ? "" : " ").append("stage=").append(stage);
    return part;
}

}  // namespace layers
