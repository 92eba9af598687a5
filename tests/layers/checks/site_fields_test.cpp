// SPDX-License-Identifier: Apache-2.0
// Registered places from the columns offices keep, into the form they are stored in.
#include "layers/checks/site_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "geo/base/error.hpp"
#include "layers/checks/site_words.hpp"

using layers::Feature;
using layers::Field;
using layers::FieldType;
using layers::Kind;
using layers::Schema;
using layers::Site;
using layers::SiteFields;
using layers::siteFieldsOf;
using layers::siteIn;
using layers::siteSchema;
using layers::siteValues;
using layers::Value;
using testing::ElementsAre;

namespace {

Schema textColumns(std::initializer_list<const char*> names) {
    Schema schema;
    for (const char* const name : names) schema.add({name, FieldType::Text});
    return schema;
}

std::vector<std::string> namesOf(const Schema& schema) {
    std::vector<std::string> names;
    for (const Field& field : schema.fields()) names.push_back(field.name);
    return names;
}

std::vector<Value> normalised(const Schema& schema, const std::vector<Value>& row,
                              Kind kind = Kind::Landfills) {
    return siteValues(row, siteFieldsOf(schema, kind));
}

}  // namespace

TEST(SiteFields, areFoundUnderVietnameseHeads) {
    const auto fields =
        siteFieldsOf(textColumns({"Mã số", "Tên gọi", "Mã xã", "Tên xã", "Lĩnh vực", "Giai đoạn", "Vị trí"}),
                     Kind::Models);
    EXPECT_EQ(fields.id, 0u);
    EXPECT_EQ(fields.name, 1u);
    EXPECT_EQ(fields.communeCode, 2u);
    EXPECT_EQ(fields.communeName, 3u);
    EXPECT_EQ(fields.sector, 4u);
    EXPECT_EQ(fields.stage, 5u);
    EXPECT_EQ(fields.positionStatus, 6u);
}

TEST(SiteFields, areFoundUnderTheNamesOfOneKind) {
    EXPECT_EQ(siteFieldsOf(textColumns({"Tên mỏ", "Tên bãi"}), Kind::Mines).name, 0u);
    EXPECT_EQ(siteFieldsOf(textColumns({"Tên mỏ", "Tên bãi"}), Kind::Landfills).name, 1u);
    EXPECT_EQ(siteFieldsOf(textColumns({"Mô hình", "ten"}), Kind::Models).name, 0u);
}

TEST(SiteFields, refuseATableWithoutIdentifierAndName) {
    EXPECT_THROW(siteFieldsOf(textColumns({"lon", "lat"}), Kind::Mines), geo::Error);
    EXPECT_THROW(siteFieldsOf(Schema(), Kind::Clusters), geo::Error);
}

TEST(SiteSchema, beginsWithTheNormalColumnsAndKeepsTheOthersInOrder) {
    Schema source = textColumns({"ten", "ghi_chu", "ma"});
    source.add({"cong_suat", FieldType::Decimal});
    const Schema schema = siteSchema(source, siteFieldsOf(source, Kind::Hydropower));
    EXPECT_THAT(namesOf(schema), ElementsAre("site_id", "name", "commune_code", "commune_name", "sector",
                                             "stage", "position_status", "ghi_chu", "cong_suat"));
    EXPECT_EQ(schema.fields().back().type, FieldType::Decimal);
}

TEST(SiteSchema, staysAsItIsWhenReadAgain) {
    const Schema source = textColumns({"ma", "ten", "ma_xa", "ghi_chu"});
    const Schema once = siteSchema(source, siteFieldsOf(source, Kind::Landfills));
    EXPECT_EQ(siteSchema(once, siteFieldsOf(once, Kind::Landfills)), once);
}

TEST(SiteValues, giveCodesOfCommunesTheirZerosBack) {
    const Schema schema = textColumns({"ma", "ma_xa", "ten_xa"});
    EXPECT_EQ(normalised(schema, {"b1", std::int64_t{3388}, "Đoàn Kết"})[2], Value("03388"));
    EXPECT_EQ(normalised(schema, {"b1", 3388.0, "Đoàn Kết"})[2], Value("03388"));
    EXPECT_EQ(normalised(schema, {"b1", "03388", "Đoàn Kết"})[2], Value("03388"));
}

TEST(SiteValues, sortOutAColumnThatHoldsCodesOrNames) {
    const Schema schema = textColumns({"ma", "xã"});
    const auto byCode = normalised(schema, {"b1", "3388"});
    EXPECT_EQ(byCode[2], Value("03388"));
    EXPECT_EQ(byCode[3], Value());
    const auto byName = normalised(schema, {"b1", "Đoàn Kết"});
    EXPECT_EQ(byName[2], Value());
    EXPECT_EQ(byName[3], Value("Đoàn Kết"));
}

TEST(SiteValues, leaveNothingNothing) {
    const auto values = normalised(textColumns({"ma", "ten", "x"}), {"b1"});
    EXPECT_THAT(values,
                ElementsAre(Value("b1"), Value(), Value(), Value(), Value(), Value(), Value(), Value()));
}

TEST(SiteWords, nameSectorsByTheirRomanNumber) {
    for (const char* const written :
         {"IX", "ix", "9", "Lĩnh vực IX", "IX. Quản lý chất thải", " IX - chất thải"}) {
        EXPECT_EQ(layers::normalSector(written), "IX") << written;
    }
    for (const char* const written : {"", "XI", "0", "11", "Năng lượng", "10 mô hình", "Xây dựng", "\xFF"}) {
        EXPECT_EQ(layers::normalSector(written), written);
    }
}

TEST(SiteWords, nameStagesAndPositions) {
    EXPECT_EQ(layers::normalStage("Đang hoạt động"), "operating");
    EXPECT_EQ(layers::normalStage("ĐANG XÂY DỰNG"), "building");
    EXPECT_EQ(layers::normalStage("Quy hoạch"), "planned");
    EXPECT_EQ(layers::normalStage("tạm dừng"), "stopped");
    EXPECT_EQ(layers::normalStage("không rõ"), "không rõ");
    EXPECT_EQ(layers::normalPositionStatus("Minh họa"), "illustrative");
    EXPECT_EQ(layers::normalPositionStatus("Minh hoạ"), "illustrative");
    EXPECT_EQ(layers::normalPositionStatus("đã xác minh"), "verified");
}

TEST(SiteIn, readsBackWhatWasNormalised) {
    const Schema source = textColumns({"ma", "ten", "ma_xa", "ten_xa", "linh_vuc", "giai_doan", "vi_tri"});
    const SiteFields fields = siteFieldsOf(source, Kind::Models);
    const std::vector<Value> row{"m1", "Biogas", "3388", "Đoàn Kết", "1", "hoạt động", "minh họa"};
    const Feature feature{geo::Geometry::point({540'500, 2'470'500}), siteValues(row, fields), 7};
    const Site expected{Kind::Models,   "m1",       "Biogas", geo::Coordinate{540'500, 2'470'500},
                        "03388",        "Đoàn Kết", "I",      "operating",
                        "illustrative", 7};
    EXPECT_EQ(siteIn(feature, siteSchema(source, fields), Kind::Models), expected);
}

TEST(SiteIn, takesTheNameForAMissingIdentifier) {
    const Feature feature{{}, {Value(), "Bãi rác Tân Uyên"}, 1};
    const Site site = siteIn(feature, textColumns({"site_id", "name"}), Kind::Landfills);
    EXPECT_EQ(site.id, "Bãi rác Tân Uyên");
}

TEST(SiteIn, hasNoPositionWhereTheShapeIsNotOnePoint) {
    const Schema schema = textColumns({"site_id"});
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(siteIn({{}, {"a"}, 1}, schema, Kind::Mines).at, std::nullopt);
    EXPECT_EQ(siteIn({geo::Geometry::lineString({{0, 0}, {1, 1}}), {"a"}, 1}, schema, Kind::Mines).at,
              std::nullopt);
    EXPECT_EQ(siteIn({geo::Geometry::point({unknown, 1}), {"a"}, 1}, schema, Kind::Mines).at, std::nullopt);
    EXPECT_EQ(siteIn({geo::Geometry::point({0, 1}), {}, 1}, schema, Kind::Mines).at, (geo::Coordinate{0, 1}));
}
