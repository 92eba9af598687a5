// SPDX-License-Identifier: Apache-2.0
// Distinct communes first, then one join for the layer.
#include "app/jobs/plot_epoch.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "app/jobs/workspace_view.hpp"

namespace app {
namespace {

std::string textAt(const layers::Feature& plot, std::optional<std::size_t> column) {
    return column ? layers::textIn(plot.values[*column]) : std::string();
}

struct DeclaredJoin {
    std::vector<PlotCommunes::Declared> communes;
    layers::TableJoin join;
};

DeclaredJoin joined(const Intake& intake, const PlotCommunes& communes) {
    DeclaredJoin all;
    std::vector<layers::UnitKey> keys;
    for (const auto& [key, declared] : communes.all()) {
        all.communes.push_back(declared);
        keys.push_back(declared.key);
    }
    all.join = joinKeys(intake, keys, intake.request.asOf);
    return all;
}

void noteFaults(const DeclaredJoin& all, Stored& stored) {
    for (std::size_t i = 0; i < all.communes.size(); ++i) {
        const auto& fault = all.join.rows[i].fault;
        if (fault) stored.findings.push_back({*fault, all.communes[i].firstRow, all.communes[i].key.code});
    }
}

/// The day of which most plots name communes that exist on no other.
std::optional<geo::Date> mostDeclared(const DeclaredJoin& all) {
    std::map<geo::Date, std::int64_t> plots;
    for (std::size_t i = 0; i < all.communes.size(); ++i) {
        const auto& row = all.join.rows[i];
        if (row.basis == layers::JoinBasis::Row) plots[*row.epoch] += all.communes[i].plots;
    }
    const auto most = std::ranges::max_element(plots, {}, [](const auto& day) { return day.second; });
    return most == plots.end() ? std::nullopt : std::optional(most->first);
}

void noteOthers(const Intake& intake, const DeclaredJoin& all, const geo::Date& epoch, Stored& stored) {
    for (std::size_t i = 0; i < all.communes.size(); ++i) {
        const auto& row = all.join.rows[i];
        if (row.unit == nullptr || row.unit->isInForce(epoch)) continue;
        if (areSameUnits(intake.units, layers::UnitLevel::Commune, *row.epoch, epoch)) continue;
        stored.findings.push_back({{"forest.commune-of-other-epoch",
                                    {{"code", row.unit->code},
                                     {"name", row.unit->name},
                                     {"day", geo::isoText(*row.epoch)},
                                     {"plots", all.communes[i].plots}}},
                                   all.communes[i].firstRow,
                                   row.unit->code});
    }
}

}  // namespace

layers::FeatureStream PlotCommunes::noting(layers::FeatureStream plots) {
    const layers::ForestFields fields = layers::forestFieldsOf(plots.schema);
    if (!fields.commune && !fields.communeName) return plots;
    auto next = std::move(plots.next);
    plots.next = [this, fields, next = std::move(next)](layers::Feature& plot) {
        if (!next(plot)) return false;
        note(plot, fields);
        return true;
    };
    return plots;
}

void PlotCommunes::note(const layers::Feature& plot, const layers::ForestFields& fields) {
    layers::UnitKey key{textAt(plot, fields.commune), textAt(plot, fields.communeName),
                        textAt(plot, fields.district)};
    if (m_last == nullptr || key != m_lastKey) {
        m_last = &m_communes[layers::nameKeyOf(key)];
        m_lastKey = key;
    }
    if (m_last->plots++ > 0) return;
    m_last->key = std::move(key);
    m_last->firstRow = plot.sourceRow;
}

void settleEpoch(const Intake& intake, const PlotCommunes& communes, std::int64_t layer, Stored& stored) {
    if (communes.all().empty()) return;
    const DeclaredJoin all = joined(intake, communes);
    stored.refusal = misJoinRefusal(intake, all.join, "import.mis-join-plots");
    if (all.join.misJoin) noteFaults(all, stored);
    if (intake.request.epoch) return;
    const auto epoch = mostDeclared(all);
    if (!epoch) return;
    const bool isAsAssumed = areSameUnits(intake.units, layers::UnitLevel::Commune, epochOf(intake), *epoch);
    if (!isAsAssumed) intake.change.setEpoch(layer, *epoch);
    noteOthers(intake, all, *epoch, stored);
}

}  // namespace app
