// SPDX-License-Identifier: Apache-2.0
// What was typed becomes a job, or an error that says what could have been typed.
#include "app/cli/command_line.hpp"

#include <gtest/gtest.h>

#include "geo/base/error.hpp"

namespace {

using Arguments = std::vector<std::string>;

app::CommandLine parsed(const Arguments& arguments) { return app::parseCommandLine(arguments, "data"); }

std::string faultOf(const Arguments& arguments) {
    try {
        parsed(arguments);
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::ErrorKind::Usage);
        return error.message().id;
    }
    return "none";
}

}  // namespace

TEST(CommandLine, readsLanguageAndJsonWhereverTheyStand) {
    for (const Arguments& arguments : {Arguments{"--json", "--lang", "en", "info", "a"}, Arguments{"info", "a", "--json", "--lang=en"}}) {
        const auto line = parsed(arguments);
        EXPECT_TRUE(line.json);
        EXPECT_EQ(line.language, app::Language::English);
        EXPECT_EQ(line.verb, "info");
        EXPECT_TRUE(line.job);
    }
    EXPECT_EQ(parsed({"info", "a"}).language, app::Language::Vietnamese);
}

TEST(CommandLine, helpNeedsNothingElse) {
    EXPECT_TRUE(parsed({"--help"}).wantsHelp);
    EXPECT_TRUE(parsed({"import", "--help"}).wantsHelp);
    EXPECT_EQ(parsed({"import", "-h"}).verb, "import");
    EXPECT_TRUE(parsed({"--version"}).wantsVersion);
}

TEST(CommandLine, namesWhatIsMissingOrUnknown) {
    EXPECT_EQ(faultOf({}), "usage.no-verb");
    EXPECT_EQ(faultOf({"fly"}), "usage.no-verb");
    EXPECT_EQ(faultOf({"import", "a.khoanh", "b.shp"}), "usage.required");
    EXPECT_EQ(faultOf({"new"}), "usage.required");
    EXPECT_EQ(faultOf({"where", "a", "east", "north"}), "usage.value");
    EXPECT_EQ(faultOf({"info", "a", "--lang", "fr"}), "usage.value");
}

TEST(CommandLine, namesTheWordItDidNotExpect) {
    EXPECT_EQ(faultOf({"info", "a", "--fast"}), "usage.unexpected");
    EXPECT_EQ(faultOf({"undo", "a", "b"}), "usage.unexpected");
}

TEST(CommandLine, anUnknownVerbIsNotHiddenByALaterWordThatIsOne) {
    EXPECT_EQ(faultOf({"fly", "new"}), "usage.no-verb");
}

TEST(CommandLine, aWorkspaceMayBearTheNameOfAVerb) {
    EXPECT_EQ(parsed({"info", "new"}).verb, "info");
    EXPECT_EQ(parsed({"--lang", "en", "info", "map"}).verb, "info");
}

TEST(CommandLine, takesNegativeLongitudes) {
    EXPECT_TRUE(parsed({"where", "a.khoanh", "-70.5", "22.3"}).job);
}

TEST(CommandLine, refusesADateThatIsNone) {
    EXPECT_EQ(faultOf({"import", "a", "b.shp", "--as", "communes", "--epoch", "01/07/2025"}), "date.invalid");
    EXPECT_EQ(faultOf({"compute", "a", "forest-cover", "--by", "commune@never"}), "date.invalid");
}
