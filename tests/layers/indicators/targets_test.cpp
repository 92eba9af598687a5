// SPDX-License-Identifier: Apache-2.0
// A target belongs to the unit it was assigned to, and its operator is data.
#include "layers/indicators/targets.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using layers::Target;
using layers::TargetOperator;
using layers::Value;

namespace {

// The plan: forest cover 55 %, wastewater above 70 %, energy saving about 6 %, all for the province by 2030.
layers::Table planTable() {
    const auto row = [](const char* indicator, const char* comparison, double value) {
        return std::vector<Value>{std::string(indicator), std::string("12"), std::string("2030"),
                                  std::string(comparison), value};
    };
    return {{{"indicator"}, {"unit_code"}, {"year"}, {"operator"}, {"value"}},
            {row("forest-cover", "≥", 55), row("wastewater-treated", ">", 70), row("energy-saving", "≈", 6)}};
}

}  // namespace

TEST(Targets, belongToTheUnitTheyWereAssignedTo) {
    const auto targets = layers::targetsFromTable(planTable());
    ASSERT_NE(targets.targetFor("forest-cover", "12", 2025), nullptr);
    EXPECT_EQ(targets.targetFor("forest-cover", "12", 2025)->value, 55);
    EXPECT_EQ(targets.targetFor("forest-cover", "03433", 2025), nullptr);
    EXPECT_EQ(targets.targetFor("waste-urban", "12", 2025), nullptr);
}

TEST(Targets, ofTheNextYearAreTakenAndPastOnesLeft) {
    auto table = planTable();
    table.rows.push_back(table.rows[0]);
    table.rows.back()[2] = std::string("2025");
    table.rows.back()[4] = 52.0;
    const auto targets = layers::targetsFromTable(table);
    EXPECT_EQ(targets.targetFor("forest-cover", "12", 2025)->value, 52);
    EXPECT_EQ(targets.targetFor("forest-cover", "12", 2026)->value, 55);
    EXPECT_EQ(targets.targetFor("forest-cover", "12", 2031), nullptr);
}

TEST(Targets, ofTheCountryAreNoUnitsOwn) {
    auto table = planTable();
    table.rows[0][1] = Value();
    const auto targets = layers::targetsFromTable(table);
    EXPECT_EQ(targets.targetFor("forest-cover", "12", 2030), nullptr);
    EXPECT_EQ(targets.all().size(), 3u);
}

TEST(Targets, areReadWithEitherNameForTheUnitsCode) {
    auto table = planTable();
    table.schema = {{"indicator"}, {"code"}, {"year"}, {"operator"}, {"value"}};
    EXPECT_EQ(layers::targetsFromTable(table).targetFor("forest-cover", "12", 2030)->value, 55);
}

TEST(Targets, areMetAsTheirOperatorSays) {
    const auto targets = layers::targetsFromTable(planTable());
    EXPECT_TRUE(layers::isMet(*targets.targetFor("forest-cover", "12", 2030), 55));
    EXPECT_FALSE(layers::isMet(*targets.targetFor("wastewater-treated", "12", 2030), 70));
    EXPECT_TRUE(layers::isMet(*targets.targetFor("energy-saving", "12", 2030), 5.6));
    EXPECT_FALSE(layers::isMet(*targets.targetFor("energy-saving", "12", 2030), 5.4));
}

TEST(Targets, saysHowMuchIsMissing) {
    Target target;
    target.value = 55;
    EXPECT_NEAR(layers::gapTo(target, 51.87), 3.13, 1e-9);
    target.comparison = TargetOperator::AtMost;
    EXPECT_NEAR(layers::gapTo(target, 60), 5, 1e-9);
}

TEST(Targets, refuseAnOperatorTheyDoNotKnow) {
    auto table = planTable();
    table.rows[1][3] = std::string("hơn");
    try {
        layers::targetsFromTable(table);
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message(),
                  (geo::Message{"table.value-invalid",
                                {{"row", std::int64_t{2}}, {"column", "operator"}, {"text", "hơn"}}}));
    }
}

TEST(Targets, areReadUnderVietnameseHeads) {
    const layers::Table table{
        {{"Chỉ tiêu"},
         {"Mã xã"},
         {"Năm"},
         {"So sánh"},
         {"Giá trị"},
         {"Đơn vị tính"},
         {"Văn bản"},
         {"Hiệu lực"}},
        {{std::string("forest-cover"), std::int64_t{3433}, std::int64_t{2030}, std::string("ít nhất"),
          std::string("62,5%"), std::string("%"), std::string("QĐ 1/QĐ-UBND"), std::string("issued")}}};
    const auto targets = layers::targetsFromTable(table, layers::DecimalMark::Comma);
    const auto* target = targets.targetFor("forest-cover", "03433", 2026);
    ASSERT_NE(target, nullptr);
    EXPECT_EQ(target->value, 62.5);
    EXPECT_EQ(target->comparison, TargetOperator::AtLeast);
    EXPECT_EQ(target->document, "QĐ 1/QĐ-UBND");
    EXPECT_EQ(target->legalStatus, "issued");
}

TEST(Targets, readTheOperatorsWords) {
    EXPECT_EQ(layers::parseTargetOperator("Trên"), TargetOperator::MoreThan);
    EXPECT_EQ(layers::parseTargetOperator("không quá"), TargetOperator::AtMost);
    EXPECT_EQ(layers::parseTargetOperator("dưới"), TargetOperator::LessThan);
    EXPECT_EQ(layers::parseTargetOperator("khoảng"), TargetOperator::About);
    EXPECT_EQ(layers::parseTargetOperator("không dưới"), TargetOperator::AtLeast);
}

TEST(Targets, assignedSinceReplaceThoseOfThePack) {
    const auto pack = layers::targetsFromTable(planTable());
    auto table = planTable();
    table.rows.resize(1);
    table.rows[0][4] = 56.0;
    table.rows.push_back(table.rows[0]);
    table.rows[1][1] = std::string("03433");
    const auto all = layers::merged(pack, layers::targetsFromTable(table));
    EXPECT_EQ(all.targetFor("forest-cover", "12", 2030)->value, 56);
    EXPECT_EQ(all.targetFor("forest-cover", "03433", 2030)->value, 56);
    EXPECT_EQ(all.targetFor("wastewater-treated", "12", 2030)->value, 70);
    EXPECT_EQ(all.all().size(), 4u);
}

TEST(Targets, refuseAValueThatIsNoNumber) {
    auto table = planTable();
    table.rows[0][4] = std::string("nhiều");
    EXPECT_THROW(layers::targetsFromTable(table), geo::Error);
    table.rows[0][4] = std::string("%");
    EXPECT_THROW(layers::targetsFromTable(table), geo::Error);
}
