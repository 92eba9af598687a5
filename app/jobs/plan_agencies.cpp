// SPDX-License-Identifier: Apache-2.0
// Names found in a text and replaced, the longest first.
#include "app/jobs/plan_agencies.hpp"

#include <algorithm>

#include "layers/model/row_reader.hpp"

namespace app {
namespace {

constexpr std::string_view surestFirst = "VDM";

std::string weaker(const std::string& a, const std::string& b) {
    if (a.empty()) return b;
    return surestFirst.find(a) < surestFirst.find(b) ? b : a;
}

}  // namespace

PlanAgencies::PlanAgencies(const layers::Table& agencies) {
    for (std::size_t i = 0; i < agencies.rows.size(); ++i) {
        const layers::RowReader row(agencies, i);
        if (row.text("name_then").empty()) continue;
        m_agencies.push_back({row.text("name_then"), row.text("name_now"), row.text("certainty")});
    }
    std::ranges::stable_sort(m_agencies, [](const PlanAgency& a, const PlanAgency& b) {
        return a.nameThen.size() > b.nameThen.size();
    });
}

const PlanAgency* PlanAgencies::longestAt(std::string_view text) const {
    const auto found = std::ranges::find_if(
        m_agencies, [&](const PlanAgency& agency) { return text.starts_with(agency.nameThen); });
    return found == m_agencies.end() ? nullptr : &*found;
}

std::optional<AgenciesNow> PlanAgencies::today(std::string_view text) const {
    AgenciesNow now;
    while (!text.empty()) {
        const PlanAgency* const agency = longestAt(text);
        if (agency == nullptr) {
            now.text += text.front();
            text.remove_prefix(1);
            continue;
        }
        if (agency->nameNow.empty()) return std::nullopt;
        now.text += agency->nameNow;
        now.certainty = weaker(now.certainty, agency->certainty);
        text.remove_prefix(agency->nameThen.size());
    }
    if (now.certainty.empty()) return std::nullopt;
    return now;
}

}  // namespace app
