// SPDX-License-Identifier: Apache-2.0
// What joins rows to units: names, codes, districts of any shape.
#include <memory>
#include <sstream>

#include "layers/files/table_file.hpp"
#include "layers/indicators/epoch_join.hpp"
#include "layers/indicators/unit_join.hpp"
#include "layers/indicators/unit_names.hpp"
#include "layers/text/normal_form.hpp"
#include "tests/fuzz/target.hpp"

namespace fuzz {
namespace {

/// What a join needs to know, of the first province pack.
struct Pack {
    layers::Table table(const std::string& name) const {
        return layers::readTable(std::string(KHOANH_SOURCE_DIR) + "/sample-data/provinces/12/" + name,
                                 layers::Encoding::Utf8);
    }
    layers::UnitRegister units = layers::unitsFromTable(table("units.csv"));
    layers::Lineage lineage = layers::lineageFromTable(table("lineage.csv"), {2025, 7, 1});
};

layers::UnitKey keyIn(const std::string& line) {
    std::istringstream cells(line);
    layers::UnitKey key;
    std::getline(cells, key.code, '\t');
    std::getline(cells, key.name, '\t');
    std::getline(cells, key.district, '\t');
    return key;
}

std::vector<layers::UnitKey> keysIn(const std::string& bytes) {
    std::istringstream lines(bytes);
    std::vector<layers::UnitKey> keys;
    for (std::string line; std::getline(lines, line);) keys.push_back(keyIn(line));
    return keys;
}

void attemptName(const std::string& bytes) {
    const std::string key = layers::unitNameKey(bytes);
    require(layers::isUtf8(key), "a key is UTF-8");
    layers::unitWordOf(bytes);
    const auto apart = layers::lettersApart(key, layers::unitNameKey("Xã Nậm Chà"), 3);
    require(!apart || *apart <= 3, "letters apart stay within the most asked for");
}

void attemptUnitJoin(const layers::UnitJoin& join, const std::string& bytes) {
    for (const auto& key : keysIn(bytes)) {
        const auto match = join.match(key);
        require(match.unit != nullptr || match.fault, "a row without a unit says why");
    }
}

void attemptEpochJoin(const layers::EpochJoin& join, const std::string& bytes) {
    const auto keys = keysIn(bytes);
    for (const layers::JoinTerms& terms :
         {layers::JoinTerms{}, layers::JoinTerms{.told = geo::Date{2025, 7, 1}},
          layers::JoinTerms{.told = geo::Date{2024, 12, 31}, .isAccepted = true}})
        require(join.join(keys, terms).rows.size() == keys.size(), "every key has its row");
}

}  // namespace

std::vector<Target> nameTargets() {
    const auto pack = std::make_shared<Pack>();
    const auto unitJoin =
        std::make_shared<layers::UnitJoin>(pack->units, layers::UnitLevel::Commune, geo::Date{2025, 7, 1});
    const auto epochJoin = std::make_shared<layers::EpochJoin>(pack->units, pack->lineage);
    std::vector<std::string> names;
    std::vector<std::string> rows;
    for (const auto& unit : pack->units.units()) {
        names.push_back(unit.name);
        rows.push_back(unit.code + '\t' + unit.name + '\t' + unit.parent);
    }
    return {{"unit-name", names, attemptName},
            {"unit-join", rows,
             [pack, unitJoin](const std::string& bytes) { attemptUnitJoin(*unitJoin, bytes); }},
            {"epoch-join", rows,
             [pack, epochJoin](const std::string& bytes) { attemptEpochJoin(*epochJoin, bytes); }}};
}

}  // namespace fuzz
