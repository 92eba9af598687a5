// SPDX-License-Identifier: Apache-2.0
// Numbers in either way of writing, and which way a file is written in.
#include "layers/text/number_text.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace {

using layers::DecimalMark;
using layers::decimalMarkOf;
using layers::NumberEvidence;
using layers::parseNumber;

NumberEvidence evidenceOf(const std::vector<std::string>& cells) { return decimalMarkOf(cells); }

TEST(ParseNumber, readsGroupsOfThreeInEitherWriting) {
    EXPECT_EQ(parseNumber("1.234,5", DecimalMark::Comma), 1234.5);
    EXPECT_EQ(parseNumber("1,234.5", DecimalMark::Point), 1234.5);
    EXPECT_EQ(parseNumber("1.234.567", DecimalMark::Comma), 1234567);
    EXPECT_EQ(parseNumber("12,50", DecimalMark::Comma), 12.5);
    EXPECT_EQ(parseNumber("1234,5", DecimalMark::Comma), 1234.5);
}

TEST(ParseNumber, readsBlanksBetweenThousandsAndAroundTheNumber) {
    EXPECT_EQ(parseNumber(" 1 234 567,5 ", DecimalMark::Comma), 1234567.5);
    EXPECT_EQ(parseNumber("1\xC2\xA0"
                          "234.5\xC2\xA0",
                          DecimalMark::Point),
              1234.5);  // U+00A0
    EXPECT_EQ(parseNumber("1\xE2\x80\xAF"
                          "234",
                          DecimalMark::Comma),
              1234);  // U+202F
}

TEST(ParseNumber, readsSignsAndExponents) {
    EXPECT_EQ(parseNumber("-3,5", DecimalMark::Comma), -3.5);
    EXPECT_EQ(parseNumber("\xE2\x88\x92"
                          "3,5",
                          DecimalMark::Comma),
              -3.5);  // U+2212
    EXPECT_EQ(parseNumber("+7", DecimalMark::Point), 7);
    EXPECT_EQ(parseNumber("1.5e-07", DecimalMark::Point), 1.5e-07);
}

TEST(ParseNumber, readsTheSameTextAsTwoNumbersUnderTwoMarks) {
    EXPECT_EQ(parseNumber("1.234", DecimalMark::Point), 1.234);
    EXPECT_EQ(parseNumber("1.234", DecimalMark::Comma), 1234);
}

TEST(ParseNumber, makesNothingOfWhatIsNoNumberSoWritten) {
    for (const char* const text :
         {"",          " ",         "-",    "x",    "1.23", "1.2345",   "0.123", "1,2,3",
          "12.34.567", "1.234 567", "1 23", "5 ha", "55%",  "1,",       ",",     "--1",
          "1e",        "1e400",     "nan",  "inf",  "0x10", "1.234e+20"}) {
        EXPECT_EQ(parseNumber(text, DecimalMark::Comma), std::nullopt) << text;
    }
    EXPECT_EQ(parseNumber("1.", DecimalMark::Point), std::nullopt);
}

TEST(DecimalMarkOf, isDecidedByACellThatIsANumberUnderOneMarkOnly) {
    EXPECT_EQ(evidenceOf({"12", "1.234", "2,5"}).mark, DecimalMark::Comma);
    EXPECT_EQ(evidenceOf({"12", "1.234", "2,5"}).witness, "2,5");
    EXPECT_EQ(evidenceOf({"1,234", "0.125"}).mark, DecimalMark::Point);
    EXPECT_EQ(evidenceOf({"1.234.567"}).mark, DecimalMark::Comma);
}

TEST(DecimalMarkOf, isNeededOnlyWhereACellMeansTwoNumbers) {
    EXPECT_FALSE(evidenceOf({"12", "1 234", "-", "x", ""}).isNeeded);
    EXPECT_EQ(evidenceOf({"12", "1 234", "-", "x", ""}).mark, std::nullopt);
    EXPECT_TRUE(evidenceOf({"2,5", "1.234"}).isNeeded);
}

TEST(DecimalMarkOf, saysWhichCellIsInDoubtWhenNoneDecides) {
    const NumberEvidence evidence = evidenceOf({"7", "12.345", "1.234"});

    EXPECT_EQ(evidence.mark, std::nullopt);
    EXPECT_TRUE(evidence.isNeeded);
    EXPECT_FALSE(evidence.isContradicted);
    EXPECT_EQ(evidence.witness, "12.345");
}

TEST(DecimalMarkOf, isNothingWhenCellsContradictEachOther) {
    const NumberEvidence evidence = evidenceOf({"1,234.5", "1.234,5", "2.5", "3,5"});

    EXPECT_EQ(evidence.mark, std::nullopt);
    EXPECT_TRUE(evidence.isContradicted);
    EXPECT_EQ(evidence.witness, "1.234,5");
}

TEST(UnmistakableText, isTheShortestDecimalUnlessTheOtherMarkWouldReadIt) {
    EXPECT_EQ(layers::unmistakableText(41.625, DecimalMark::Comma), "41,6250");
    EXPECT_EQ(layers::unmistakableText(41.625, DecimalMark::Point), "41.6250");
    EXPECT_EQ(layers::unmistakableText(41.62, DecimalMark::Point), "41.62");
    EXPECT_EQ(layers::unmistakableText(0.125, DecimalMark::Comma), "0,125");
    EXPECT_EQ(layers::unmistakableText(1234, DecimalMark::Comma), "1234");
    EXPECT_EQ(layers::unmistakableText(std::nan(""), DecimalMark::Point), "");
}

/// "1234567.5" → "1.234.567,5" or its like, as a person would write it.
std::string grouped(std::string plain, char decimal, const std::string& thousands) {
    const std::size_t point = std::min(plain.find('.'), plain.size());
    if (point < plain.size()) plain[point] = decimal;
    const std::size_t first = plain.starts_with('-') ? 1 : 0;
    for (std::size_t at = point; at > first + 3; at -= 3) plain.insert(at - 3, thousands);
    return plain;
}

TEST(ParseNumber, readsBackWhatWasWrittenInEveryWriting) {
    std::mt19937_64 random(1670);
    std::uniform_real_distribution<double> numbers(-1e9, 1e9);
    for (int i = 0; i < 5000; ++i) {
        const double number = std::round(numbers(random) * 1e4) / 1e4;
        const std::string plain = fmt::format("{:.4f}", number);
        EXPECT_EQ(parseNumber(grouped(plain, ',', "."), DecimalMark::Comma), number) << plain;
        EXPECT_EQ(parseNumber(grouped(plain, ',', " "), DecimalMark::Comma), number) << plain;
        EXPECT_EQ(parseNumber(grouped(plain, '.', ","), DecimalMark::Point), number) << plain;
        EXPECT_EQ(parseNumber(grouped(plain, '.', ""), DecimalMark::Point), number) << plain;
    }
}

TEST(UnmistakableText, readsBackTheSameUnderItsOwnMarkAndNeverAsAnotherNumber) {
    std::mt19937_64 random(38);
    for (int i = 0; i < 20000; ++i) {
        const auto number =
            i % 2 == 0 ? std::bit_cast<double>(random()) : static_cast<double>(random() % 1000000) / 1000;
        if (!std::isfinite(number)) continue;
        for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma}) {
            const DecimalMark other = mark == DecimalMark::Point ? DecimalMark::Comma : DecimalMark::Point;
            const std::string text = layers::unmistakableText(number, mark);
            EXPECT_EQ(parseNumber(text, mark), number) << text;
            EXPECT_TRUE(!parseNumber(text, other) || parseNumber(text, other) == number) << text;
        }
    }
}

TEST(ParseNumber, survivesAnyBytes) {
    std::mt19937 random(2025);
    for (int i = 0; i < 20000; ++i) {
        std::string bytes(random() % 12, '\0');
        for (char& byte : bytes)
            byte = i % 2 == 0 ? static_cast<char>(random()) : "0123456789.,-+eE \xC2\xA0"[random() % 19];
        const NumberEvidence evidence = evidenceOf({bytes});
        EXPECT_FALSE(evidence.isContradicted);
        EXPECT_TRUE(std::isfinite(parseNumber(bytes, DecimalMark::Comma).value_or(0)));
    }
}

}  // namespace
