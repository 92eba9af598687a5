// SPDX-License-Identifier: Apache-2.0
// Tables of reported figures are read under the heads and words offices use.
#include "layers/indicators/reported_fields.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "geo/base/error.hpp"

using layers::DecimalMark;
using layers::Feature;
using layers::ReportedRow;
using layers::Schema;
using layers::Status;
using layers::Value;

namespace {

const Schema officeHeads{{"TT"},    {"Mã xã"},  {"Tên xã"},      {"Chỉ tiêu"},   {"Năm"},
                         {"Tử số"}, {"Mẫu số"}, {"Đơn vị tính"}, {"Trạng thái"}, {"Nguồn"}};

Feature officeRow(const std::string& numerator, const std::string& denominator,
                  const std::string& status = "") {
    return {{},
            {std::string("1"), std::int64_t{3388}, std::string(" Phường Đoàn Kết "),
             std::string("waste-urban"), std::string("Năm 2024"), numerator, denominator,
             std::string("tấn/năm"), status, std::string("BC 12/BC-UBND")},
            7};
}

ReportedRow read(const Feature& feature, DecimalMark mark = DecimalMark::Comma) {
    return layers::reportedRowIn(feature, layers::reportedFieldsOf(officeHeads), mark);
}

std::string columnsMissingIn(const Schema& schema) {
    try {
        layers::reportedFieldsOf(schema);
    } catch (const geo::Error& error) {
        return error.message().id + ": " + std::get<std::string>(error.message().arguments.at(0).value);
    }
    return {};
}

}  // namespace

TEST(ReportedFields, callAColumnAsTheFileDoes) {
    const layers::Schema heads{{"ma_xa"}, {"chi_tieu"}, {"nam"}, {"tu_so"}, {"mau_so"}};
    const layers::Feature row{{},
                              {std::string("03388"), std::string("waste-rural"), std::string("2024"),
                               std::string("sáu"), std::string("10")},
                              1};
    const auto read = layers::reportedRowIn(row, layers::reportedFieldsOf(heads), layers::DecimalMark::Comma);
    ASSERT_EQ(read.faults.size(), 1u);
    EXPECT_EQ(read.faults[0].arguments.at(0), (geo::Argument{"column", "tu_so"}));
}

TEST(ReportedFields, areFoundUnderVietnameseHeads) {
    const ReportedRow row = read(officeRow("1.234,5", "2.000"));
    EXPECT_EQ(row, (ReportedRow{.indicator = "waste-urban",
                                .period = 2024,
                                .unitCode = "3388",
                                .unitName = "Phường Đoàn Kết",
                                .numerator = 1234.5,
                                .denominator = 2000.0,
                                .termUnit = "tonnes/year",
                                .status = Status::Reported,
                                .sourceText = "BC 12/BC-UBND",
                                .row = 7,
                                .written = {"3388", "Phường Đoàn Kết"}}));
}

TEST(ReportedFields, areFoundUnderPlainAndUnderStoredHeads) {
    const auto plain = layers::reportedFieldsOf(Schema{{"code"},
                                                       {"name"},
                                                       {"indicator"},
                                                       {"period"},
                                                       {"numerator"},
                                                       {"denominator"},
                                                       {"unit"},
                                                       {"status"},
                                                       {"source"}});
    EXPECT_EQ(plain.code, 0u);
    EXPECT_EQ(plain.termUnit, 6u);
    EXPECT_EQ(plain.source, 8u);
    const auto office = layers::reportedFieldsOf(Schema{{"ma_xa"},
                                                        {"ten_xa"},
                                                        {"chi_tieu"},
                                                        {"nam"},
                                                        {"tu_so"},
                                                        {"mau_so"},
                                                        {"don_vi"},
                                                        {"trang_thai"},
                                                        {"nguon"}});
    EXPECT_EQ(office.denominator, 5u);
    EXPECT_EQ(office.status, 7u);
    const Schema stored = layers::storedReportedSchema(officeHeads, layers::reportedFieldsOf(officeHeads));
    const auto again = layers::reportedFieldsOf(stored);
    EXPECT_EQ(again.indicator, 0u);
    EXPECT_EQ(again.source, 8u);
    EXPECT_EQ(again.others, std::vector<std::size_t>{18});
}

TEST(ReportedFields, nameTheColumnsThatAreMissing) {
    EXPECT_EQ(columnsMissingIn(Schema{{"name"}, {"indicator"}, {"period"}, {"numerator"}}),
              "import.column-missing: denominator");
    EXPECT_EQ(columnsMissingIn(Schema{{"x"}}),
              "import.column-missing: code/name, indicator, period, numerator, denominator");
}

TEST(ReportedRow, readsSignsForNothingAsNothing) {
    for (const char* sign : {"", "-", "x", "X", "…", "  "}) {
        const ReportedRow row = read(officeRow(sign, sign));
        EXPECT_EQ(row.numerator, std::nullopt) << sign;
        EXPECT_EQ(row.status, Status::Missing) << sign;
        EXPECT_TRUE(row.faults.empty()) << sign;
    }
    EXPECT_EQ(read(officeRow("KPS", "KPS")).status, Status::NotApplicable);
}

TEST(ReportedRow, keepsNotReportedApartFromMissing) {
    EXPECT_EQ(read(officeRow("", "", "chưa báo cáo")).status, Status::NotReported);
    EXPECT_EQ(read(officeRow("", "", "thiếu số liệu")).status, Status::Missing);
    EXPECT_EQ(read(officeRow("", "", "báo cáo")).status, Status::Missing);  // nothing stands there
}

TEST(ReportedRow, keepsAZeroThatWasReported) {
    const ReportedRow row = read(officeRow("0", "12,5"));
    EXPECT_EQ(row.numerator, 0.0);
    EXPECT_EQ(row.status, Status::Reported);
}

TEST(ReportedRow, readsNumbersByTheMarkOfTheFile) {
    EXPECT_EQ(read(officeRow("1.234", "2.000"), DecimalMark::Comma).numerator, 1234.0);
    EXPECT_EQ(read(officeRow("1.234", "2.000"), DecimalMark::Point).numerator, 1.234);
}

TEST(ReportedRow, saysWhatItCouldNotRead) {
    Feature feature = officeRow("khoảng 12", "20", "có lẽ");
    feature.values[4] = std::string("Quý I/2024");
    const ReportedRow row = read(feature);
    EXPECT_EQ(row.period, 0);
    EXPECT_EQ(row.status, Status::Missing);
    std::vector<std::string> ids;
    for (const geo::Message& fault : row.faults) ids.push_back(fault.id);
    EXPECT_THAT(ids, testing::UnorderedElementsAre("figure.number-unread", "figure.period-unread",
                                                   "figure.status-unread"));
}

TEST(ReportedRow, believesAStatusThatHoldsNoValue) {
    const ReportedRow row = read(officeRow("8", "10", "không công khai"));
    EXPECT_EQ(row.status, Status::Suppressed);
    EXPECT_FALSE(layers::hasValue(row));
    EXPECT_EQ(row.faults,
              (std::vector<geo::Message>{{"figure.status-contradicts", {{"status", "suppressed"}}}}));
}

TEST(ReportedRow, isStoredWithTheSourcesOtherColumnsBehindIt) {
    const auto fields = layers::reportedFieldsOf(officeHeads);
    const Feature feature = officeRow("8", "10");
    auto row = read(feature);
    row.unitCode = "03388";
    const Schema stored = layers::storedReportedSchema(officeHeads, fields);
    const auto values = layers::storedReportedValues(feature, fields, row);
    ASSERT_EQ(values.size(), stored.size());
    EXPECT_EQ(stored.fields().back().name, "TT");
    EXPECT_EQ(values[1], Value(std::int64_t{2024}));
    EXPECT_EQ(values[2], Value(std::string("03388")));
    EXPECT_EQ(values[4], Value(8.0));
    EXPECT_EQ(values[7], Value(std::string("reported")));
    EXPECT_EQ(values.back(), Value(std::string("1")));
}

TEST(ReportedRow, readsBackWhatWasStored) {
    const auto fields = layers::reportedFieldsOf(officeHeads);
    const auto row = read(officeRow("8,25", "10"));
    const Feature stored{{}, layers::storedReportedValues(officeRow("8,25", "10"), fields, row), 7};
    const auto storedFields = layers::reportedFieldsOf(layers::storedReportedSchema(officeHeads, fields));
    EXPECT_EQ(layers::reportedRowIn(stored, storedFields, DecimalMark::Point), row);
}

TEST(ReportedRow, survivesARowThatIsTooShort) {
    const ReportedRow row = read({{}, {}, 3});
    EXPECT_EQ(row.status, Status::Missing);
    EXPECT_EQ(row.row, 3);
}
