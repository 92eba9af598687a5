// SPDX-License-Identifier: Apache-2.0
// Bytes from anywhere end in text or in an Error, never in anything else.
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "geo/base/error.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/names.hpp"
#include "layers/text/normal_form.hpp"

namespace {

using layers::Encoding;

std::string randomBytes(std::mt19937& random) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() & 0xFFU);
    return bytes;
}

void expectTextOrError(const std::string& bytes, Encoding encoding) {
    try {
        const std::string text = layers::decode(bytes, encoding);
        EXPECT_TRUE(layers::isUtf8(text));
        EXPECT_EQ(layers::toNfc(text), text);
        EXPECT_LE(layers::cutToBytes(text, 7).size(), 7u);
        EXPECT_TRUE(layers::isUtf8(layers::cutToBytes(text, 7)));
        layers::withoutUnitPrefix(text);
        layers::matchKey(text);
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message().id, "text.not-decodable");
    }
}

TEST(RandomBytes, becomeTextOrAnError) {
    std::mt19937 random(20250701);
    for (int i = 0; i < 3000; ++i) {
        const std::string bytes = randomBytes(random);
        for (const Encoding encoding : {Encoding::Auto, Encoding::Utf8, Encoding::Tcvn3, Encoding::Vni,
                                        Encoding::Viscii, Encoding::Cp1258}) {
            expectTextOrError(bytes, encoding);
        }
    }
}

}  // namespace
