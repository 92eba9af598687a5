// SPDX-License-Identifier: Apache-2.0
// Counting zones in and out, and numbering what was counted.
#include "geo/topology/zone_labels.hpp"

#include <algorithm>
#include <utility>

namespace geo {

void ZoneHolders::cross(std::uint32_t leaving, std::uint32_t entering) {
    add(leaving, -1);
    add(entering, 1);
}

void ZoneHolders::add(std::uint32_t zone, std::int32_t change) {
    if (zone == noFace) return;
    const auto place =
        std::lower_bound(m_label.begin(), m_label.end(), zone,
                         [](const auto& entry, std::uint32_t wanted) { return entry.zone < wanted; });
    if (place == m_label.end() || place->zone != zone) {
        m_label.insert(place, {zone, change});
    } else if ((place->count += change) == 0) {
        m_label.erase(place);
    }
}

std::uint32_t LabelNumbers::numberOf(const ZoneGrid::Label& label) {
    if (label.size() != 1 || label.front().count != 1) return numberInMap(label);
    const std::uint32_t zone = label.front().zone;
    if (zone >= m_ofSingle.size()) m_ofSingle.resize(zone + 1, 0);
    if (m_ofSingle[zone] == 0) m_ofSingle[zone] = numberInMap(label);
    return m_ofSingle[zone];
}

bool LabelNumbers::ComesBefore::operator()(const ZoneGrid::Label& a, const ZoneGrid::Label& b) const {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
            return std::pair(one.zone, one.count) < std::pair(other.zone, other.count);
        });
}

std::uint32_t LabelNumbers::numberInMap(const ZoneGrid::Label& label) {
    const auto next = static_cast<std::uint32_t>(m_labels.size());
    const auto [entry, isNew] = m_numbers.emplace(label, next);
    if (isNew) m_labels.push_back(label);
    return entry->second;
}

}  // namespace geo
