// SPDX-License-Identifier: Apache-2.0
// Forms that come back filled come in without a finding.
#include "app/jobs/form.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"
#include "layers/files/table_file.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

app::Outcome makeForm(const office::Desk& desk, const app::FormRequest& request) {
    geo::Progress quiet;
    const auto words = app::Catalogue::read(office::dataFolder() / "words", app::Language::Vietnamese);
    return app::makeForm(desk.project(), request, words, quiet);
}

TEST(Form, ofIndicatorsListsTheCommunesOfTheDay) {
    const auto desk = office::Desk::empty();
    makeForm(desk, {layers::Kind::Indicators, desk / "moi.xlsx", "", 2025, {}});
    makeForm(desk, {layers::Kind::Indicators, desk / "cu.xlsx", "", 2024, geo::Date{2024, 12, 31}});
    EXPECT_EQ(layers::readTable(desk / "moi.xlsx").rows.size(), 38u);
    EXPECT_EQ(layers::readTable(desk / "cu.xlsx").rows.size(), 106u);
}

TEST(Form, filledInComesInWithoutAFinding) {
    auto desk = office::Desk::empty();
    makeForm(desk, {layers::Kind::Indicators, desk / "bieu.xlsx", "waste-rural", 2025, {}});
    auto table = layers::readTable(desk / "bieu.xlsx");
    for (auto& row : table.rows) {
        row[4] = 1.5;
        row[5] = 2.5;
    }
    layers::writeTable(desk / "bieu.xlsx", table, {"Biểu đã điền", {}, "indicators", {}},
                       {{2025, 12, 31}, layers::Encoding::Utf8, {}});
    app::ImportRequest request;
    request.files = {desk / "bieu.xlsx"};
    request.kind = layers::Kind::Indicators;
    const auto outcome = desk.import(request);
    EXPECT_TRUE(outcome.findings.empty());
    EXPECT_EQ(office::number(outcome.rows[0], "features"), 38);
}

TEST(Form, isNotMadeForLayersOfShapes) {
    const auto desk = office::Desk::empty();
    EXPECT_THROW(makeForm(desk, {layers::Kind::Forest, desk / "a.xlsx", "", {}, {}}), geo::Error);
}

}  // namespace
