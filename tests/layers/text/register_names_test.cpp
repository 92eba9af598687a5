// SPDX-License-Identifier: Apache-2.0
// Short lists of the province's unit names, encoded by glibc: found, or undecided, never taken for another
// encoding.
#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "layers/text/encoding.hpp"
#include "layers/text/mojibake.hpp"
#include "tests/layers/text/by_iconv.hpp"

namespace {

using layers::Encoding;

/// The second column of units.csv, without quotes in it.
std::vector<std::string> registerNames() {
    std::ifstream file(std::string(KHOANH_SOURCE_DIR) + "/sample-data/provinces/12/units.csv");
    std::set<std::string> names;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::stringstream cells(line);
        std::string name;
        std::getline(cells, name, ',');
        std::getline(cells, name, ',');
        names.insert(name);
    }
    return {names.begin(), names.end()};
}

struct Case {
    const char* name;
    Encoding encoding;
    const char* iconv;
    bool inCapitals;
    /// Of a hundred lists of five names, how many must be found.
    int leastFound;
};

/// Small letters to capitals or back by the tables of glibc's VISCII, which has all of either.
std::string cased(const std::string& text, bool inCapitals) {
    static const std::string small = "áàảãạâấầẩẫậăắằẳẵặđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";
    static const std::string capital = "ÁÀẢÃẠÂẤẦẨẪẬĂẮẰẲẴẶĐÉÈẺẼẸÊẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ";
    const std::string from = *sample::byIconv(inCapitals ? small : capital, "VISCII");
    const std::string to = *sample::byIconv(inCapitals ? capital : small, "VISCII");
    std::string bytes = *sample::byIconv(text, "VISCII");
    for (char& byte : bytes) {
        if (const auto at = from.find(byte); at != std::string::npos) {
            byte = to[at];
        } else if (inCapitals && byte >= 'a' && byte <= 'z') {
            byte = static_cast<char>(byte - 'a' + 'A');
        }
    }
    return layers::decode(bytes, Encoding::Viscii);
}

/// TCVN3 has small letters with tones only.
std::string prepared(const std::string& name, const Case& wanted) {
    if (wanted.encoding != Encoding::Tcvn3) return wanted.inCapitals ? cased(name, true) : name;
    return cased(name, false);
}

std::vector<std::string> encodedNames(const Case& wanted) {
    std::vector<std::string> encoded;
    for (const std::string& name : registerNames()) {
        if (const auto bytes = sample::byIconv(prepared(name, wanted), wanted.iconv))
            encoded.push_back(*bytes);
    }
    return encoded;
}

std::vector<std::string> pick(const std::vector<std::string>& names, std::size_t count,
                              std::mt19937& random) {
    std::vector<std::string> picked;
    for (std::size_t i = 0; i < count; ++i) picked.push_back(names[random() % names.size()]);
    return picked;
}

bool readsTheSame(const std::vector<std::string>& samples, Encoding a, Encoding b) {
    for (const std::string& sample : samples) {
        if (layers::decode(sample, a) != layers::decode(sample, b)) return false;
    }
    return true;
}

class RegisterNames : public testing::TestWithParam<Case> {};

TEST_P(RegisterNames, areNeverTakenForAnotherEncoding) {
    const auto names = encodedNames(GetParam());
    std::mt19937 random(20250701);
    for (int round = 0; round < 1500; ++round) {
        const auto samples = pick(names, 1 + random() % 5, random);

        const Encoding found = layers::detectEncoding(samples);

        const bool isRight = found == GetParam().encoding || found == Encoding::Auto ||
                             readsTheSame(samples, found, GetParam().encoding);
        EXPECT_TRUE(isRight) << layers::wordOf(found) << " "
                             << layers::decode(samples[0], GetParam().encoding);
    }
}

TEST_P(RegisterNames, areFoundFromFiveOfThemAlmostAlways) {
    const auto names = encodedNames(GetParam());
    std::mt19937 random(20250702);
    int found = 0;
    for (int round = 0; round < 100; ++round) {
        if (layers::detectEncoding(pick(names, 5, random)) == GetParam().encoding) ++found;
    }
    EXPECT_GE(found, GetParam().leastFound);
}

TEST_P(RegisterNames, areNeverRepairedFromAnotherEncoding) {
    const auto names = encodedNames(GetParam());
    std::mt19937 random(20250703);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> mistaken;
        for (const std::string& bytes : pick(names, 1 + random() % 5, random))
            mistaken.push_back(layers::westernLetters(bytes));

        const Encoding found = layers::mistakenEncoding(mistaken);

        EXPECT_TRUE(found == GetParam().encoding || found == Encoding::Auto) << layers::wordOf(found);
    }
}

TEST_P(RegisterNames, areRepairedEachWhenTheEncodingIsNamed) {
    const layers::MojibakeRepair repair(GetParam().encoding, layers::WhenEither::Mend);
    for (const std::string& bytes : encodedNames(GetParam()))
        EXPECT_EQ(repair.mended(layers::westernLetters(bytes)), layers::decode(bytes, GetParam().encoding));
}

TEST_P(RegisterNames, standUnharmedWhereTheyAreRight) {
    const layers::MojibakeRepair repair(GetParam().encoding, layers::WhenEither::Keep);
    const auto names = registerNames();
    for (const std::string& name : names) EXPECT_EQ(repair.mended(name), name);
    EXPECT_EQ(layers::mistakenEncoding(names), Encoding::Auto);
    EXPECT_TRUE(layers::holdRightText(names));
}

INSTANTIATE_TEST_SUITE_P(InEveryEncoding, RegisterNames,
                         testing::Values(Case{"Tcvn3", Encoding::Tcvn3, "TCVN5712-1", false, 90},
                                         Case{"Viscii", Encoding::Viscii, "VISCII", false, 90},
                                         Case{"VisciiCapitals", Encoding::Viscii, "VISCII", true, 90},
                                         Case{"Cp1258", Encoding::Cp1258, "CP1258", false, 90},
                                         Case{"Cp1258Capitals", Encoding::Cp1258, "CP1258", true, 90}),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
