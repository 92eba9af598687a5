// SPDX-License-Identifier: Apache-2.0
// Files of outfalls under the heads and with the numbers that offices write.
#include "layers/indicators/outfall_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using layers::DecimalMark;
using layers::Feature;
using layers::FieldType;
using layers::Outfall;
using layers::Schema;
using layers::Value;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using Text = std::string;

Schema officeSchema() {
    return {{"Mã", FieldType::Text},
            {"Tên", FieldType::Text},
            {"Loại hình", FieldType::Text},
            {"Mã xã", FieldType::Text},
            {"Tên xã", FieldType::Text},
            {"Sông", FieldType::Text},
            {"Lưu lượng (m³/ngày)", FieldType::Text},
            {"Đạt chuẩn (m³/ngày)", FieldType::Text},
            {"Quy chuẩn", FieldType::Text},
            {"Ghi chú", FieldType::Text}};
}

Feature officeRow(Text discharged, Text treated, Text category = "sản xuất") {
    return {geo::Geometry::point({500'000, 2'470'000}),
            {Text("X01"), Text("Nhà máy chè"), std::move(category), Text("3385"), Text("Xã Bum Tở"),
             Text("Nậm Bum"), std::move(discharged), std::move(treated), Text("QCVN 40:2025/BTNMT"),
             Text("đo 6 tháng")},
            7};
}

Outfall readWith(const Schema& schema, const Feature& row, DecimalMark mark = DecimalMark::Comma) {
    return layers::outfallIn(row, layers::outfallFieldsOf(schema), mark);
}

Outfall read(const Feature& row, DecimalMark mark = DecimalMark::Comma) {
    return readWith(officeSchema(), row, mark);
}

/// Of a schema of ids, the two volumes and in_plan.
Outfall withPlan(Value inPlan, Text category) {
    const Schema schema{{"ma", FieldType::Text},
                        {"loai_hinh", FieldType::Text},
                        {"trong_ke_hoach", FieldType::Text},
                        {"luu_luong_m3_ngay", FieldType::Decimal},
                        {"dat_chuan_m3_ngay", FieldType::Decimal}};
    return readWith(schema, {{}, {Text("a"), std::move(category), std::move(inPlan), 5.0, 1.0}, 1});
}

}  // namespace

TEST(OutfallFields, readsARowUnderVietnameseHeadsWithVietnameseNumbers) {
    Outfall expected;
    expected.id = "X01";
    expected.name = "Nhà máy chè";
    expected.communeCode = "03385";  // its leading zero back
    expected.communeName = "Xã Bum Tở";
    expected.category = "sản xuất";
    expected.inPlan = true;
    expected.discharged_m3_day = 1'234.5;
    expected.treated_m3_day = 1'000;
    expected.standard = "QCVN 40:2025/BTNMT";
    expected.at = geo::Coordinate{500'000, 2'470'000};
    expected.row = 7;
    EXPECT_EQ(read(officeRow("1.234,5", "1.000")), expected);
}

TEST(OutfallFields, readsANumberAsTheFilesMarkSays) {
    EXPECT_EQ(read(officeRow("1.234", "1"), DecimalMark::Comma).discharged_m3_day, 1'234.0);
    EXPECT_EQ(read(officeRow("1.234", "1"), DecimalMark::Point).discharged_m3_day, 1.234);
}

TEST(OutfallFields, takesSignsForNothingAsNothing) {
    for (const char* sign : {"-", "x", "", "KPS"}) {
        EXPECT_EQ(read(officeRow(sign, sign)).discharged_m3_day, std::nullopt) << sign;
        EXPECT_EQ(read(officeRow(sign, sign)).treated_m3_day, std::nullopt) << sign;
    }
}

TEST(OutfallFields, knowsSeveralWaysToWriteTheUnit) {
    for (const char* head :
         {"luu_luong_m3_ngay", "LUU LUONG (m3/ngày đêm)", "Lưu lượng xả thải (m³/ngày.đêm)",
          "Lưu lượng nước thải (m3/ngđ)", "discharged_m3_day", "discharged", "luu_luong_"}) {
        const Schema schema{{head, FieldType::Text}, {"dat_chuan_m3_ngay", FieldType::Text}};
        EXPECT_EQ(layers::outfallFieldsOf(schema).discharged, std::optional<std::size_t>(0)) << head;
    }
}

TEST(OutfallFields, refusesVolumesThatDoNotSayWhatTheyAreCountedIn) {
    for (const char* head : {"luu_luong", "Lưu lượng", "Lưu lượng (m³)", "Lưu lượng (tấn/ngày)", "ghi chú"}) {
        const Schema schema{{head, FieldType::Text}, {"treated_m3_day", FieldType::Text}};
        try {
            layers::outfallFieldsOf(schema);
            ADD_FAILURE() << head;
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::ErrorKind::BadData);
            EXPECT_EQ(error.message(),
                      (geo::Message{"import.column-missing", {{"columns", "discharged_m3_day"}}}));
        }
    }
}

TEST(OutfallFields, namesAllThatIsMissingInAnEmptyTable) {
    try {
        layers::outfallFieldsOf({});
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().arguments.at(0),
                  (geo::Argument{"columns", "discharged_m3_day, treated_m3_day"}));
    }
}

TEST(OutfallFields, takesTheFilesWordOnThePlanBeforeTheCategory) {
    EXPECT_TRUE(withPlan(std::int64_t{1}, "sinh hoạt").inPlan);
    EXPECT_TRUE(withPlan(Text("Có"), "").inPlan);
    EXPECT_FALSE(withPlan(Text("không"), "sản xuất").inPlan);
    EXPECT_FALSE(withPlan(0.0, "sản xuất").inPlan);
}

TEST(OutfallFields, asksTheCategoryWhereTheFileDoesNotSay) {
    EXPECT_TRUE(withPlan({}, "Cụm công nghiệp").inPlan);
    EXPECT_FALSE(withPlan({}, "sinh hoạt").inPlan);
    EXPECT_TRUE(withPlan({}, "sinh hoạt").isPlanShareKnown);
    EXPECT_FALSE(withPlan({}, "khác").inPlan);
    EXPECT_FALSE(withPlan({}, "khác").isPlanShareKnown);
    EXPECT_FALSE(withPlan(Text("?"), "").isPlanShareKnown);
}

TEST(OutfallFields, knowsAPlaceOnlyFromAPoint) {
    Feature row = officeRow("1", "1");
    row.geometry = asKind(row.geometry, geo::GeometryKind::MultiPoint);
    EXPECT_TRUE(read(row).at.has_value());
    row.geometry = geo::Geometry::lineString({{0, 0}, {1, 1}});
    EXPECT_FALSE(read(row).at.has_value());
    row.geometry = geo::Geometry::point({std::nan(""), 0});
    EXPECT_FALSE(read(row).at.has_value());
    row.geometry = {};
    EXPECT_FALSE(read(row).at.has_value());
}

TEST(OutfallFields, readsARowShorterThanItsSchemaAsMissing) {
    const Outfall none = read({{}, {Text("X01")}, 1});
    EXPECT_EQ(none.id, "X01");
    EXPECT_EQ(none.discharged_m3_day, std::nullopt);
}

TEST(StoredOutfalls, standUnderFixedNamesWithTheSourcesOtherColumnsBehind) {
    const auto fields = layers::outfallFieldsOf(officeSchema());
    const Schema stored = layers::storedOutfallSchema(officeSchema(), fields);
    const auto values = layers::storedOutfallValues(officeRow("1.234,5", "-"), fields, DecimalMark::Comma);
    EXPECT_EQ(stored, (Schema{{"outfall_id", FieldType::Text},
                              {"name", FieldType::Text},
                              {"category", FieldType::Text},
                              {"in_plan", FieldType::Whole},
                              {"commune_code", FieldType::Text},
                              {"commune_name", FieldType::Text},
                              {"river", FieldType::Text},
                              {"discharged_m3_day", FieldType::Decimal},
                              {"treated_m3_day", FieldType::Decimal},
                              {"standard", FieldType::Text},
                              {"position_status", FieldType::Text},
                              {"Ghi chú", FieldType::Text}}));
    const std::vector<Value> expected{
        Text("X01"),   Text("Nhà máy chè"),        Text("sản xuất"), std::int64_t{1},
        Text("03385"), Text("Xã Bum Tở"),          Text("Nậm Bum"),  1'234.5,
        Value(),       Text("QCVN 40:2025/BTNMT"), Value(),          Text("đo 6 tháng")};
    EXPECT_EQ(values, expected);
}

TEST(StoredOutfalls, readBackAsTheyWereRead) {
    for (const char* category : {"sản xuất", "sinh hoạt", "khác"}) {
        const Feature row = officeRow("1.234,567", "0,5", category);
        const auto fields = layers::outfallFieldsOf(officeSchema());
        const Schema stored = layers::storedOutfallSchema(officeSchema(), fields);
        const Feature again{row.geometry, layers::storedOutfallValues(row, fields, DecimalMark::Comma),
                            row.sourceRow};
        EXPECT_EQ(readWith(stored, again, DecimalMark::Point), read(row));
    }
}

TEST(StoredOutfalls, keepApartASourceColumnWithANameOfTheirs) {
    const Schema source{{"discharged_m3_day", FieldType::Decimal},
                        {"treated_m3_day", FieldType::Decimal},
                        {"Tên", FieldType::Text},
                        {"Name", FieldType::Text},
                        {"NAME", FieldType::Text}};
    const Schema stored = layers::storedOutfallSchema(source, layers::outfallFieldsOf(source));
    EXPECT_EQ(stored.fields()[11].name, "Tên");
    EXPECT_EQ(stored.fields()[12].name, "NAME_");
    EXPECT_THAT(stored.fields(), SizeIs(13));
}

TEST(OutfallCellFindings, nameCellsThatAreNeitherNumbersNorSignsForNothing) {
    const auto fields = layers::outfallFieldsOf(officeSchema());
    const auto findingsOf = [&](Text discharged, Text treated) {
        return layers::outfallCellFindings(officeRow(std::move(discharged), std::move(treated)),
                                           officeSchema(), fields, DecimalMark::Comma);
    };
    EXPECT_THAT(findingsOf("1.234,5", "KPS"), IsEmpty());
    const auto findings = findingsOf("khoảng 50", "-");
    ASSERT_THAT(findings, SizeIs(1));
    EXPECT_EQ(findings[0],
              (layers::Finding{{"outfall.number-unreadable",
                                {{"id", "X01"}, {"column", "Lưu lượng (m³/ngày)"}, {"text", "khoảng 50"}}},
                               7,
                               "03385"}));
}

TEST(OutfallFields, bringVolumesOfAYearToTheirMeanDay) {
    const Schema schema{{"Lưu lượng xả thải (nghìn m³/năm)", FieldType::Text},
                        {"dat_chuan_m3_nam", FieldType::Text}};
    const layers::Feature feature{{}, {std::string("73"), std::string("365")}, 1};
    const auto common = layers::outfallFieldsOf(schema, 2023);
    EXPECT_EQ(layers::outfallIn(feature, common, layers::DecimalMark::Point).discharged_m3_day, 200.0);
    EXPECT_EQ(layers::outfallIn(feature, common, layers::DecimalMark::Point).treated_m3_day, 1.0);
    EXPECT_EQ(layers::outfallUnitFindings(schema, common).size(), 2u);
    EXPECT_EQ(common.others, (std::vector<std::size_t>{0, 1}));
    const auto yearless = layers::outfallFieldsOf(schema);
    EXPECT_EQ(layers::outfallIn(feature, yearless, layers::DecimalMark::Point).discharged_m3_day,
              std::nullopt);
}
