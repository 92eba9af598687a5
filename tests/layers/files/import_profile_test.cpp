// SPDX-License-Identifier: Apache-2.0
// Offices' own heads under our names.
#include "layers/files/import_profile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/layers/files/sample_files.hpp"

namespace {

using layers::Feature;
using layers::Value;
using testing::ElementsAre;
using testing::StartsWith;

layers::ImportProfile profileOf(const std::string& json) {
    const sample::Folder folder;
    sample::writeBytes(folder / "p.json", json);
    return layers::readImportProfile(folder / "p.json");
}

struct Rows {
    std::vector<std::string> heads;
    std::vector<Feature> features;
};

Rows applied(const std::string& json, const layers::Schema& schema, const std::vector<Feature>& features) {
    auto stream = layers::profiled(
        layers::streamOver(schema, std::nullopt, geo::GeometryKind::Empty, features), profileOf(json));
    Rows rows;
    for (const auto& field : stream.schema.fields()) rows.heads.push_back(field.name);
    Feature feature;
    while (stream.next(feature)) rows.features.push_back(feature);
    return rows;
}

TEST(ImportProfile, givesColumnsOurNamesAndCodesTheirZeros) {
    const auto rows = applied(
        R"({"khoanh_profile": 1, "columns": {"tk": ["tk", "Tiểu khu"], "maxa": "Mã xã"}, "digits": {"maxa": 5}})",
        {{"tieu_khu"}, {"ma_xa", layers::FieldType::Whole}, {"ghi_chu"}},
        {{{}, {std::string("12"), std::int64_t{3388}, std::string("x")}, 1}});
    EXPECT_THAT(rows.heads, ElementsAre("tk", "maxa", "ghi_chu"));
    EXPECT_THAT(rows.features[0].values,
                ElementsAre(Value(std::string("12")), Value(std::string("03388")), Value(std::string("x"))));
}

TEST(ImportProfile, makesOneRowOfEachPartOfAWideTable) {
    const auto rows = applied(
        R"({"khoanh_profile": 1, "columns": {"code": "ma"}, "constants": {"indicator": "waste-rural"},
            "rows": [{"columns": {"numerator": "n 2023"}, "constants": {"period": 2023}},
                     {"columns": {"numerator": "n 2024"}, "constants": {"period": 2024}}]})",
        {{"ma"}, {"n_2023"}, {"n_2024"}, {"ghi chú"}},
        {{{}, {std::string("03388"), std::string("1"), std::string("2"), std::string("g")}, 7}});
    EXPECT_THAT(rows.heads, ElementsAre("code", "indicator", "numerator", "period", "ghi chú"));
    ASSERT_EQ(rows.features.size(), 2u);
    EXPECT_EQ(rows.features[0].values[2], Value(std::string("1")));
    EXPECT_EQ(rows.features[0].values[3], Value(std::int64_t{2023}));
    EXPECT_EQ(rows.features[1].values[2], Value(std::string("2")));
    EXPECT_EQ(rows.features[1].values[3], Value(std::int64_t{2024}));
    EXPECT_EQ(rows.features[1].sourceRow, 7);
}

TEST(ImportProfile, keepsAColumnWhoseNameIsTakenUnderAnother) {
    const auto rows = applied(R"({"khoanh_profile": 1, "columns": {"name": "ten"}})", {{"ten"}, {"name"}},
                              {{{}, {std::string("a"), std::string("b")}, 1}});
    EXPECT_THAT(rows.heads, ElementsAre("name", "name_"));
}

TEST(ImportProfile, tellsUnderWhichHeadEachPartFoundItsColumns) {
    layers::ImportProfile profile;
    profile.columns = {{"name", {"ten xa", "ten"}}, {"code", {"ma"}}};
    profile.rows = {{{{"numerator", {"2023 (tan)", "2023"}}}, {}}, {{{"name", {"TÊN MỚI"}}}, {}}};
    const auto found = layers::foundColumns({{"Tên"}, {"2023"}, {"tên mới"}}, profile);
    ASSERT_EQ(found.size(), 2u);
    ASSERT_EQ(found[0].size(), 2u);
    EXPECT_EQ(found[0][0].head, "Tên");
    EXPECT_EQ(found[0][1].name, "numerator");
    EXPECT_EQ(found[0][1].told, "2023");
    ASSERT_EQ(found[1].size(), 1u);
    EXPECT_EQ(found[1][0].head, "tên mới");
}

TEST(ImportProfile, namesWhatItCannotUse) {
    EXPECT_THAT(sample::errorOf([] { profileOf("{"); }), StartsWith("profile.unreadable"));
    EXPECT_THAT(sample::errorOf([] { profileOf(R"({"khoanh_profile": 2})"); }),
                StartsWith("profile.unreadable"));
    EXPECT_THAT(sample::errorOf([] { profileOf(R"({"khoanh_profile": 1, "colums": {}})"); }),
                StartsWith("profile.key-unknown"));
    EXPECT_THAT(sample::errorOf([] { layers::readImportProfile("/nowhere/p.json"); }),
                StartsWith("file.missing"));
    EXPECT_THAT(sample::errorOf([] {
                    applied(R"({"khoanh_profile": 1, "rows": [{"columns": {"numerator": "n"}}]})", {{"m"}},
                            {});
                }),
                StartsWith("profile.column-missing"));
}

}  // namespace
