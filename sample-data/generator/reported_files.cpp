// SPDX-License-Identifier: Apache-2.0
// Rows in the order of units, rural after urban, the province's energy at the end.
#include "sample-data/generator/reported_files.hpp"

#include <algorithm>
#include <cmath>

#include "layers/files/table_file.hpp"
#include "sample-data/generator/random.hpp"
#include "sample-data/generator/vietnamese_text.hpp"

namespace sample {
namespace {

using layers::FieldType;
using Path = std::filesystem::path;

constexpr int targetYear = 2030;

/// One row before it becomes text or cells; terms in hundredths.
struct Row {
    std::string code;
    std::string name;
    std::string indicator;
    ReportedTerms terms;
    std::string unit;
};

std::string wordOf(ReportState state) {
    switch (state) {
        case ReportState::Reported:
            return "theo báo cáo";
        case ReportState::NotReported:
            return "chưa báo cáo";
        case ReportState::NotApplicable:
            break;
    }
    return "không áp dụng";
}

/// The same name with its last vowel's tone changed, as a tired hand writes it.
std::string misspelt(const std::string& name) {
    const std::vector<std::pair<std::string, std::string>> slips{{"ườ", "ươ"}, {"ậ", "â"}, {"ả", "ã"},
                                                                 {"ồ", "ô"},   {"à", "a"}, {"ì", "i"}};
    std::string wrong = name;
    for (const auto& [right, slip] : slips) {
        const auto at = wrong.rfind(right);
        if (at == std::string::npos) continue;
        return wrong.replace(at, right.size(), slip) + "g";
    }
    return wrong + "g";
}

class YearRows {
  public:
    YearRows(const PackFacts& facts, const Reported& reported, std::string file, PlantedFaults& faults)
        : m_facts(facts), m_reported(reported), m_file(std::move(file)), m_faults(faults) {}

    std::vector<Row> of(int year) {
        for (const ReportedYear& waste : m_reported.waste) {
            if (waste.year == year) addWaste(waste);
        }
        for (const EnergyYear& energy : m_reported.energy) {
            if (energy.year != year) continue;
            m_rows.push_back(
                {m_facts.province.code,
                 m_facts.province.name,
                 energySaving,
                 {ReportState::Reported, energy.saved_toe * 100, energy.planned_toe * 100, false},
                 "toe"});
        }
        return std::move(m_rows);
    }

  private:
    void addWaste(const ReportedYear& waste) {
        const auto& units = waste.isByNewCommunes ? m_facts.newCommunes : m_facts.oldCommunes;
        for (std::size_t i = 0; i < units.size(); ++i) {
            m_rows.push_back({units[i].code, units[i].name, waste.indicator, waste.communes[i], "tấn/ngày"});
            if (waste.communes[i].joinsNothing) spoil(i, m_rows.back());
            if (waste.communes[i].state == ReportState::NotReported) {
                note("not-reported", "figure.parts-missing");
            }
        }
    }

    void spoil(std::size_t commune, Row& row) {
        if (m_reported.misspelt == commune) {
            row.code.clear();
            row.name = misspelt(row.name);
            return note("misspelt-commune", "join.name-near");
        }
        for (const Reported::OldKey& key : m_reported.oldKeys) {
            if (key.newCommune != commune) continue;
            row.code = m_facts.oldCommunes[key.oldCommune].code;
            row.name = m_facts.oldCommunes[key.oldCommune].name;
            note("other-epoch", "join.row-of-other-epoch");
        }
    }

    void note(const char* fault, const char* finding) {
        m_faults.push_back({fault, m_file, static_cast<std::int64_t>(m_rows.size()), {finding}});
    }

    const PackFacts& m_facts;
    const Reported& m_reported;
    std::string m_file;
    PlantedFaults& m_faults;
    std::vector<Row> m_rows;
};

const char* const sourceWords = "Số liệu minh họa";

void writeAsCsv(const Path& target, int year, const std::vector<Row>& rows) {
    std::string text = semicolonRow(
        {"ma_xa", "ten_xa", "chi_tieu", "nam", "tu_so", "mau_so", "don_vi", "trang_thai", "nguon"});
    for (const Row& row : rows) {
        const bool hasTerms = row.terms.state == ReportState::Reported;
        text += semicolonRow({row.code, row.name, row.indicator, std::to_string(year),
                              hasTerms ? vietnameseNumber(row.terms.numerator, 2) : std::string(),
                              hasTerms ? vietnameseNumber(row.terms.denominator, 2) : std::string(), row.unit,
                              wordOf(row.terms.state), sourceWords});
    }
    writeText(target, text);
}

void writeAsXlsx(const Path& target, int year, const std::vector<Row>& rows) {
    layers::Table table{{{"ma_xa", FieldType::Text},
                         {"ten_xa", FieldType::Text},
                         {"chi_tieu", FieldType::Text},
                         {"nam", FieldType::Whole},
                         {"tu_so", FieldType::Decimal},
                         {"mau_so", FieldType::Decimal},
                         {"don_vi", FieldType::Text},
                         {"trang_thai", FieldType::Text},
                         {"nguon", FieldType::Text}},
                        {}};
    for (const Row& row : rows) {
        const auto cell = [&](std::int64_t hundredths) {
            if (row.terms.state != ReportState::Reported) return layers::Value();
            return layers::Value(static_cast<double>(hundredths) / 100);
        };
        table.rows.push_back({row.code, row.name, row.indicator, std::int64_t{year},
                              cell(row.terms.numerator), cell(row.terms.denominator), row.unit,
                              wordOf(row.terms.state), std::string(sourceWords)});
    }
    layers::writeTable(target, table, {.title = {}, .notes = {}, .sheetName = "chi_tieu", .columnTitles = {}},
                       {geo::lastDayOf(year), layers::Encoding::Utf8, {}});
}

}  // namespace

std::vector<Path> writeReportedFiles(const PackFacts& facts, const Reported& reported, const Path& folder,
                                     PlantedFaults& faults) {
    std::vector<Path> files;
    for (const EnergyYear& energy : reported.energy) {
        const bool isCsv = files.size() % 2 == 0;
        const std::string name = "chi_tieu_" + std::to_string(energy.year) + (isCsv ? ".csv" : ".xlsx");
        const auto rows = YearRows(facts, reported, name, faults).of(energy.year);
        files.push_back(folder / name);
        if (isCsv) {
            writeAsCsv(files.back(), energy.year, rows);
        } else {
            writeAsXlsx(files.back(), energy.year, rows);
        }
    }
    return files;
}

std::vector<AssignedTarget> assignTargets(const PackFacts& facts, const std::vector<double>& cover_percent,
                                          std::uint64_t seed) {
    Random random(mixBits(seed, 0x7a49e7));
    std::vector<AssignedTarget> targets;
    for (std::size_t i = 0; i < facts.newCommunes.size(); ++i) {
        const double wished = cover_percent[i] + random.between(-1, 6);
        targets.push_back(
            {"forest-cover", i, targetYear, static_cast<int>(std::clamp(std::round(wished), 10.0, 90.0))});
    }
    for (std::size_t i = 0; i < facts.newCommunes.size(); i += 3) {
        targets.push_back({ruralWaste, i, targetYear, 80 + static_cast<int>(random.below(4)) * 5});
    }
    return targets;
}

Path writeTargetFile(const PackFacts& facts, const std::vector<AssignedTarget>& targets, const Path& folder) {
    layers::Table table{{{"chi_tieu", FieldType::Text},
                         {"ma_xa", FieldType::Text},
                         {"nam", FieldType::Whole},
                         {"toan_tu", FieldType::Text},
                         {"gia_tri", FieldType::Decimal},
                         {"don_vi", FieldType::Text},
                         {"van_ban", FieldType::Text},
                         {"hieu_luc", FieldType::Text}},
                        {}};
    for (const AssignedTarget& target : targets) {
        table.rows.push_back({target.indicator, facts.newCommunes[target.commune].code,
                              std::int64_t{target.year}, std::string(">="),
                              static_cast<double>(target.value_percent), std::string("%"),
                              std::string("Văn bản giao chỉ tiêu (minh họa)"), std::string("dự thảo")});
    }
    const Path file = folder / "chi_tieu_giao.csv";
    layers::writeTable(file, table, {}, {facts.reformedOn, layers::Encoding::Utf8, {}});
    return file;
}

}  // namespace sample
