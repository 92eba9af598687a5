// SPDX-License-Identifier: Apache-2.0
// Models are counted once, by unit, sector and stage.
#include "layers/indicators/circular_models.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/indicators/pack_tables.hpp"

using layers::Kind;
using layers::ModelCount;
using layers::Site;

namespace {

Site model(const std::string& id, const std::string& commune, const std::string& sector,
           const std::string& stage, std::int64_t row = 1) {
    Site site;
    site.kind = Kind::Models;
    site.id = id;
    site.name = "Mô hình " + id;
    site.communeCode = commune;
    site.sector = sector;
    site.stage = stage;
    site.row = row;
    return site;
}

layers::ModelTally counted(const std::vector<Site>& sites) {
    return layers::countModels(sites, [](const Site& site) { return site.communeCode; });
}

std::int64_t rowsOn(const std::vector<layers::LedgerEntry>& entries) {
    std::int64_t rows = 0;
    for (const auto& entry : entries) rows += entry.count;
    return rows;
}

}  // namespace

TEST(CircularModels, areCountedByUnitSectorAndStage) {
    const auto tally = counted({model("a", "03433", "IX", "operating"), model("b", "03433", "II", "planned"),
                                model("c", "03433", "IX", "operating"), model("d", "03388", "X", "stopped")});
    EXPECT_EQ(tally.counts, (std::vector<ModelCount>{{"03388", "X", "stopped", 1},
                                                     {"03433", "II", "planned", 1},
                                                     {"03433", "IX", "operating", 2}}));
    EXPECT_TRUE(tally.findings.empty());
}

TEST(CircularModels, ofOneIdentifierCountOnce) {
    const auto tally =
        counted({model("a", "03433", "IX", "operating", 4), model("a", "03388", "I", "planned", 8)});
    EXPECT_EQ(tally.counts, (std::vector<ModelCount>{{"03433", "IX", "operating", 1}}));
    ASSERT_EQ(tally.findings.size(), 1u);
    EXPECT_EQ(tally.findings[0].message.id, "model.repeated");
    EXPECT_EQ(tally.findings[0].row, 8);
    EXPECT_EQ(counted({model("", "1", "I", "planned"), model("", "1", "I", "planned")}).counts.front().count,
              2);
}

TEST(CircularModels, ofAnUnknownSectorOrStageStillCount) {
    const auto tally = counted({model("a", "03433", "XI", "operating"), model("b", "03433", "I", "mai")});
    EXPECT_EQ(tally.counts, (std::vector<ModelCount>{{"03433", "I", "", 1}, {"03433", "", "operating", 1}}));
    ASSERT_EQ(tally.findings.size(), 2u);
    EXPECT_EQ(tally.findings[0].message.id, "model.sector-unknown");
    EXPECT_EQ(tally.findings[1].message.id, "model.stage-unknown");
}

TEST(CircularModels, areAllInTheLedger) {
    auto landfill = model("l", "03433", "", "");
    landfill.kind = Kind::Landfills;
    const auto tally = counted({model("a", "03433", "I", "planned"), model("a", "03433", "I", "planned"),
                                model("b", "", "I", "planned"), landfill});
    EXPECT_EQ(tally.ledger.unit, "");
    EXPECT_EQ(rowsOn(tally.ledger.in), 3);
    EXPECT_EQ(rowsOn(tally.ledger.out) + rowsOn(tally.ledger.lost), 3);
    EXPECT_EQ(rowsOn(tally.ledger.out), 1);
}

TEST(ModelSectors, areReadAsOfficesWriteThem) {
    const auto names = layers::sectorNamesFromTable(packed::tableOf("annex2_sectors"));
    ASSERT_EQ(names.size(), layers::modelSectors().size());
    for (const char* text :
         {"IX", "ix", "9", " IX. ", "Lĩnh vực IX", "IX - Quản lý chất thải", "IX. Quản lý chất thải"})
        EXPECT_EQ(layers::sectorWritten(text), "IX") << text;
    for (const layers::SectorName& known : names)
        EXPECT_EQ(layers::sectorWritten(known.name, names), known.sector);
    EXPECT_EQ(layers::sectorWritten("quản lý chất thải", names), "IX");
    for (const char* text : {"", "x", "-", "XI", "0", "11", "X quang", "IXX", "."})
        EXPECT_EQ(layers::sectorWritten(text, names), std::nullopt) << text;
}

TEST(ModelStages, areReadAsOfficesWriteThem) {
    EXPECT_EQ(layers::stageWritten("Dự kiến"), "planned");
    EXPECT_EQ(layers::stageWritten("đang xây dựng"), "building");
    EXPECT_EQ(layers::stageWritten("Đang hoạt động"), "operating");
    EXPECT_EQ(layers::stageWritten("DỪNG HOẠT ĐỘNG"), "stopped");
    for (const std::string_view stage : layers::modelStages()) EXPECT_EQ(layers::stageWritten(stage), stage);
    EXPECT_EQ(layers::stageWritten(""), std::nullopt);
}

TEST(ModelPart, namesSectorAndStage) {
    EXPECT_EQ(layers::modelPart("IX", "operating"), "sector=IX stage=operating");
    EXPECT_EQ(layers::modelPart("IX", ""), "sector=IX");
    EXPECT_EQ(layers::modelPart("", "planned"), "stage=planned");
    EXPECT_EQ(layers::modelPart("", ""), "");
}
