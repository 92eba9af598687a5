// SPDX-License-Identifier: Apache-2.0
// Field by field, from what was planted and where.
#include "sample-data/generator/inventory.hpp"

#include <array>
#include <cmath>

#include "layers/text/names.hpp"

namespace sample {
namespace {

using layers::FieldType;

// In the order of inventorySchema().
enum class Column : std::size_t {
    tt,
    id,
    matinh,
    mahuyen,
    maxa,
    xa,
    tk,
    khoanh,
    lo,
    thuad,
    tobando,
    diadanh,
    dtich,
    nggocr,
    ldlr,
    maldlr,
    sldlr,
    namtr,
    captuoi,
    ktan,
    nggocrt,
    thanhrung,
    mgo,
    mtn,
    mgolo,
    mtnlo,
    lapdia,
    malr3,
    mdsd,
    mamdsd,
    dtuong,
    churung,
    machur,
    trchap,
    quyensd,
    thoihansd,
    khoan,
    nqh,
    nguoink,
    nguoitrch,
    mangnk,
    mangtrch,
    ngsinh,
    kd,
    vd,
    capkd,
    capvd,
    locu,
    vitrithua,
    tinh,
    huyen
};

struct Species {
    const char* name;
    double weight;
};
constexpr std::array<Species, 6> plantedSpecies{
    {{"Keo", 20}, {"Quế", 30}, {"Mỡ", 12}, {"Thông mã vĩ", 14}, {"Sa mộc", 12}, {"Mắc ca", 12}}};

// Groups of owners, never a person: personal data stay out of a sample.
struct OwnerGroup {
    const char* name;
    int code;
};
constexpr std::array<OwnerGroup, 3> protectionOwners{
    {{"Ban quản lý rừng phòng hộ", 1}, {"Cộng đồng dân cư thôn", 5}, {"UBND xã", 8}}};
constexpr std::array<OwnerGroup, 4> productionOwners{
    {{"Hộ gia đình, cá nhân", 4}, {"Cộng đồng dân cư thôn", 5}, {"Tổ chức kinh tế", 2}, {"UBND xã", 8}}};
constexpr OwnerGroup specialUseOwner{"Ban quản lý rừng đặc dụng", 3};

// To so many steps a unit: 10 keeps one decimal.
double rounded(double value, double stepsInOne) { return std::round(value * stepsInOne) / stepsInOne; }

std::int64_t numberOfCode(const std::string& code) {
    const auto number = layers::wholeNumberIn(layers::Value(code));
    return number.value_or(0);
}

void set(std::vector<layers::Value>& values, Column column, layers::Value value) {
    values[static_cast<std::size_t>(column)] = std::move(value);
}

// Cubic metres a hectare by the letter that says how rich the forest is: TT 33/2018/TT-BNNPTNT Điều 5 sets
// giàu above 200, trung bình 100 to 200, nghèo 50 to 100, nghèo kiệt 10 to 50.
double stockOf(const std::string& symbol, Random& random) {
    if (symbol.ends_with("G") || symbol.ends_with("G1")) return random.between(201, 290);
    if (symbol.ends_with("B") || symbol.ends_with("B1")) return random.between(101, 199);
    if (symbol.ends_with("N")) return random.between(51, 99);
    return random.between(11, 49);
}

bool isBamboo(const std::string& symbol) {
    return symbol == "TLU" || symbol == "NUA" || symbol == "VAU" || symbol == "LOO" ||
           symbol.starts_with("TN") || symbol.starts_with("RTTN");
}

}  // namespace

const layers::Schema& inventorySchema() {
    static const layers::Schema schema{
        {"tt", FieldType::Whole},        {"id", FieldType::Whole},      {"matinh", FieldType::Whole},
        {"mahuyen", FieldType::Whole},   {"maxa", FieldType::Decimal},  {"xa", FieldType::Text},
        {"tk", FieldType::Text},         {"khoanh", FieldType::Text},   {"lo", FieldType::Text},
        {"thuad", FieldType::Text},      {"tobando", FieldType::Text},  {"diadanh", FieldType::Text},
        {"dtich", FieldType::Decimal},   {"nggocr", FieldType::Whole},  {"ldlr", FieldType::Text},
        {"maldlr", FieldType::Whole},    {"sldlr", FieldType::Text},    {"namtr", FieldType::Whole},
        {"captuoi", FieldType::Whole},   {"ktan", FieldType::Whole},    {"nggocrt", FieldType::Whole},
        {"thanhrung", FieldType::Whole}, {"mgo", FieldType::Decimal},   {"mtn", FieldType::Decimal},
        {"mgolo", FieldType::Decimal},   {"mtnlo", FieldType::Decimal}, {"lapdia", FieldType::Whole},
        {"malr3", FieldType::Whole},     {"mdsd", FieldType::Text},     {"mamdsd", FieldType::Whole},
        {"dtuong", FieldType::Whole},    {"churung", FieldType::Text},  {"machur", FieldType::Whole},
        {"trchap", FieldType::Whole},    {"quyensd", FieldType::Whole}, {"thoihansd", FieldType::Whole},
        {"khoan", FieldType::Whole},     {"nqh", FieldType::Whole},     {"nguoink", FieldType::Text},
        {"nguoitrch", FieldType::Text},  {"mangnk", FieldType::Whole},  {"mangtrch", FieldType::Whole},
        {"ngsinh", FieldType::Whole},    {"kd", FieldType::Decimal},    {"vd", FieldType::Decimal},
        {"capkd", FieldType::Text},      {"capvd", FieldType::Text},    {"locu", FieldType::Text},
        {"vitrithua", FieldType::Text},  {"tinh", FieldType::Text},     {"huyen", FieldType::Text}};
    return schema;
}

Inventory::Inventory(const PackFacts& facts, std::uint64_t seed)
    : m_facts(facts),
      m_provinceNumber(numberOfCode(facts.province.code)),
      m_provinceName(layers::withoutUnitPrefix(facts.province.name)),
      m_toLonLat(facts.crs, geo::Crs::fromText("EPSG:4326")),
      m_random(mixBits(seed, 0x14e7)) {
    for (const PartFact& part : facts.parts) {
        const UnitFact& commune = facts.oldCommunes[part.oldCommune];
        const UnitFact& district = facts.districts[part.district];
        m_places.push_back({static_cast<double>(numberOfCode(commune.code)),
                            layers::withoutUnitPrefix(commune.name), numberOfCode(district.code),
                            layers::withoutUnitPrefix(district.name)});
    }
}

void Inventory::record(const Plot& plot, const Planting& planting, std::vector<layers::Value>& values) {
    values.assign(inventorySchema().size(), layers::Value{});
    ++m_recorded;
    recordPlace(plot, values);
    recordForest(planting, values);
    recordStock(planting, values);
    recordOwner(planting, values);
}

void Inventory::renumber(std::vector<layers::Value>& values) {
    ++m_recorded;
    set(values, Column::tt, m_recorded);
    set(values, Column::id, m_recorded);
}

void Inventory::recordPlace(const Plot& plot, std::vector<layers::Value>& values) {
    const PlaceNames& place = m_places[plot.part];
    set(values, Column::tt, m_recorded);
    set(values, Column::id, m_recorded);
    set(values, Column::matinh, m_provinceNumber);
    set(values, Column::mahuyen, place.districtNumber);
    set(values, Column::maxa, place.communeNumber);
    set(values, Column::xa, place.communeName);
    set(values, Column::tk, std::to_string(plot.compartment));
    set(values, Column::khoanh, std::to_string(plot.block));
    set(values, Column::lo, std::to_string(plot.number));
    set(values, Column::tinh, m_provinceName);
    set(values, Column::huyen, place.districtName);
    const geo::Coordinate lonLat = m_toLonLat.apply(plot.centre);
    set(values, Column::kd, rounded(lonLat.x, 1e6));
    set(values, Column::vd, rounded(lonLat.y, 1e6));
}

void Inventory::recordForest(const Planting& planting, std::vector<layers::Value>& values) {
    set(values, Column::dtich, planting.declared_ha);
    set(values, Column::ldlr, planting.code.symbol);
    set(values, Column::maldlr, static_cast<std::int64_t>(planting.code.code));
    if (planting.purpose) set(values, Column::malr3, static_cast<std::int64_t>(*planting.purpose));
    if (!planting.isPlanted) return;
    double lot = m_random.fraction() * 100;
    std::string species = plantedSpecies.back().name;
    for (const Species& candidate : plantedSpecies) {
        lot -= candidate.weight;
        if (lot >= 0) continue;
        species = candidate.name;
        break;
    }
    set(values, Column::sldlr, planting.isRubber ? m_facts.rubberNames.front() : species);
    const auto year = static_cast<std::int64_t>(planting.code.counts ? 2004 + m_random.below(14)
                                                                     : 2019 + m_random.below(5));
    set(values, Column::namtr, year);
}

void Inventory::recordStock(const Planting& planting, std::vector<layers::Value>& values) {
    const std::string& symbol = planting.code.symbol;
    set(values, Column::lapdia, std::int64_t{symbol.starts_with("TXD") || symbol.ends_with("D") ? 2 : 1});
    if (!planting.code.counts) return;
    if (isBamboo(symbol) || symbol.starts_with("HG")) {
        const double thousandStems = rounded(m_random.between(2, 9), 10);
        set(values, Column::mtn, thousandStems);
        set(values, Column::mtnlo, rounded(thousandStems * planting.declared_ha, 10));
    }
    if (isBamboo(symbol)) return;
    const double stock = rounded(stockOf(planting.isPlanted ? "RTN" : symbol, m_random), 10);
    set(values, Column::mgo, stock);
    set(values, Column::mgolo, rounded(stock * planting.declared_ha, 10));
}

void Inventory::recordOwner(const Planting& planting, std::vector<layers::Value>& values) {
    OwnerGroup owner = productionOwners[m_random.below(productionOwners.size())];
    if (planting.purpose == 1) owner = protectionOwners[m_random.below(protectionOwners.size())];
    if (planting.purpose == 2) owner = specialUseOwner;
    set(values, Column::churung, std::string(owner.name));
    set(values, Column::machur, static_cast<std::int64_t>(owner.code));
    if (!planting.purpose) return;
    // IFEE's MAMDSD: 1 headwater protection, 6 nature conservation, 9 large timber.
    set(values, Column::mamdsd, std::int64_t{*planting.purpose == 1 ? 1 : *planting.purpose == 2 ? 6 : 9});
}

}  // namespace sample
