// SPDX-License-Identifier: Apache-2.0
// Rows, findings and ledger as JSON.
#include "app/cli/json_output.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

Json jsonOfRow(const Row& row);
Json jsonOfRows(const std::vector<Row>& rows);

Json jsonOfCell(const Cell& cell) {
    return std::visit(
        [](const auto& value) -> Json {
            using Type = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Type, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<Type, Row>) {
                return jsonOfRow(value);
            } else if constexpr (std::is_same_v<Type, std::vector<Row>>) {
                return jsonOfRows(value);
            } else {
                return value;
            }
        },
        cell.value);
}

Json jsonOfRow(const Row& row) {
    Json object = Json::object();
    for (const Cell& cell : row) object[cell.name] = jsonOfCell(cell);
    return object;
}

Json jsonOfRows(const std::vector<Row>& rows) {
    Json list = Json::array();
    for (const Row& row : rows) list.push_back(jsonOfRow(row));
    return list;
}

Json jsonOfFinding(const layers::Finding& finding, const Catalogue& words) {
    Json object{{"id", finding.message.id}, {"row", finding.row > 0 ? Json(finding.row) : Json()}};
    if (!finding.source.empty()) object["source"] = finding.source;
    if (!finding.unitCode.empty()) object["code"] = finding.unitCode;
    object["words"] = words.sentence(finding.message);
    return object;
}

/// The key of an amount says its unit: `ha`, `m3_day`.
std::string amountKey(const layers::Ledger& ledger) {
    std::string key = ledger.unit;
    std::ranges::replace(key, '/', '_');
    return key;
}

Json jsonOfSide(const layers::Ledger& ledger, layers::LedgerSide side) {
    Json object = Json::object();
    for (const auto& entry : ledger.entries(side)) {
        Json& counted = object[entry.reason] = {{"count", entry.count}};
        if (!ledger.unit.empty()) counted[amountKey(ledger)] = entry.amount;
    }
    return object;
}

Json jsonOfLedger(const layers::Ledger& ledger) {
    Json object = Json::object();
    for (const auto side : layers::ledgerSides) object[layers::wordOf(side)] = jsonOfSide(ledger, side);
    return object;
}

const char* statusOf(const Outcome& outcome) {
    if (outcome.refusal) return "error";
    return outcome.findings.empty() ? "done" : "findings";
}

/// A path need not be UTF-8; JSON must be.
std::string textOf(const Json& object) { return object.dump(2, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string jsonOf(const Outcome& outcome, const Catalogue& words) {
    Json object{{"verb", outcome.verb}, {"status", statusOf(outcome)}};
    object["rows"] = jsonOfRows(outcome.rows);
    object["findings"] = Json::array();
    for (const auto& finding : outcome.findings) object["findings"].push_back(jsonOfFinding(finding, words));
    object["ledger"] = jsonOfLedger(outcome.ledger);
    object["files"] = Json::array();
    for (const auto& file : outcome.files) object["files"].push_back(file.string());
    if (outcome.refusal)
        object["error"] = {{"id", outcome.refusal->id}, {"words", words.sentence(*outcome.refusal)}};
    return textOf(object);
}

std::string jsonOf(const geo::Error& error, const std::string& verb, const Catalogue& words) {
    return textOf({{"verb", verb},
                   {"status", "error"},
                   {"rows", Json::array()},
                   {"findings", Json::array()},
                   {"ledger", jsonOfLedger({})},
                   {"error", {{"id", error.message().id}, {"words", words.sentence(error)}}}});
}

}  // namespace app
