// SPDX-License-Identifier: Apache-2.0
// UTF-16 with and without its mark, whole and broken.
#include "layers/text/utf16.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

namespace {

using layers::ByteOrder;
using namespace std::string_literals;

std::string errorOf(const std::string& bytes, ByteOrder order) {
    try {
        layers::decodeUtf16(bytes, order);
    } catch (const geo::Error& error) {
        return error.what();
    }
    return {};
}

TEST(Utf16, isKnownByItsMark) {
    EXPECT_EQ(layers::utf16OrderOf("\xFF\xFEM\0"s), ByteOrder::LittleEndian);
    EXPECT_EQ(layers::utf16OrderOf("\xFE\xFF\0M"s), ByteOrder::BigEndian);
}

TEST(Utf16, isKnownByZeroBytesToo) {
    EXPECT_EQ(layers::utf16OrderOf("m\0a\0,\0H\0\xD3\x1E"s), ByteOrder::LittleEndian);
    EXPECT_EQ(layers::utf16OrderOf("\0m\0a\0,\0H\x1E\xD3"s), ByteOrder::BigEndian);
}

TEST(Utf16, isNotSeenInOtherBytes) {
    EXPECT_EQ(layers::utf16OrderOf("ma,ten"), std::nullopt);
    EXPECT_EQ(layers::utf16OrderOf(""), std::nullopt);
    EXPECT_EQ(layers::utf16OrderOf("a\0\0b\0\0"s), std::nullopt);
    EXPECT_EQ(layers::utf16OrderOf("a long text with one zero\0 only"s), std::nullopt);
}

TEST(Utf16, isReadIntoComposedUtf8) {
    // H, o, U+0302 U+0300 (ồ in parts), then U+1F333, a tree beyond the first plane.
    EXPECT_EQ(layers::decodeUtf16("\xFF\xFEH\0o\0\x02\x03\0\x03\x3C\xD8\x33\xDF"s, ByteOrder::LittleEndian),
              "Hồ🌳");
    EXPECT_EQ(layers::decodeUtf16("\0H\x1E\xD3"s, ByteOrder::BigEndian), "Hồ");
    EXPECT_EQ(layers::decodeUtf16("", ByteOrder::BigEndian), "");
}

TEST(Utf16, saysWhereHalfALetterStands) {
    EXPECT_EQ(errorOf("a\0b"s, ByteOrder::LittleEndian),
              "text.not-decodable encoding=utf-16 position=3 byte=62");
    EXPECT_EQ(errorOf("a\0\x3C\xD8z\0"s, ByteOrder::LittleEndian),
              "text.not-decodable encoding=utf-16 position=3 byte=3C");
    EXPECT_EQ(errorOf("\x33\xDF"s, ByteOrder::LittleEndian),
              "text.not-decodable encoding=utf-16 position=1 byte=33");
}

}  // namespace
