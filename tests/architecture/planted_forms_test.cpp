// SPDX-License-Identifier: Apache-2.0
// Plants one fault at a time against size, form and words, and sees it found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/architecture/form_rules.hpp"
#include "tests/architecture/message_rules.hpp"
#include "tests/architecture/size_rules.hpp"

namespace fences {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string licence = "// SPDX-License-Identifier: Apache-2.0\n";

std::string lines(std::size_t count) { return std::string(count, '\n'); }

// One catalogue for both languages.
std::vector<SourceFile> withWords(const std::string& words, SourceFile file) {
    return {{"app/words/en.json", words}, {"app/words/vi.json", words}, std::move(file)};
}

TEST(FunctionsOf, findsAConstructorPastItsInitialisers) {
    const auto found = functionsOf(
        "Box::Box(int a)\n    : m_a{a}, m_b{\n      2} {\n  if (a) { f(); }\n}\nint g() { return 1; }\n");

    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].name, "Box::Box");
    EXPECT_EQ(found[0].lines(), 5u);
    EXPECT_EQ(found[1].name, "g");
}

TEST(FunctionsOf, looksInsideNamespacesAndClasses) {
    const auto found = functionsOf(
        "namespace a {\nclass B {\n  int c(std::vector<int> d = {}) const {\n return 1;\n }\n};\n}\n");

    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].name, "c");
    EXPECT_EQ(found[0].lines(), 3u);
}

TEST(FunctionLengths, refuseSixtyOneLines) {
    EXPECT_THAT(checkFunctionLengths({{"geo/crs/a.cpp", "void f() {" + lines(59) + "}\n"}}), IsEmpty());
    EXPECT_THAT(checkFunctionLengths({{"geo/crs/a.cpp", "void f() {" + lines(60) + "}\n"}}),
                ElementsAre(Violation{"geo/crs/a.cpp", 1, "f has 61 lines, 60 at most"}));
}

TEST(FileLengths, refuseFourHundredAndOneLines) {
    EXPECT_THAT(checkFileLengths({{"geo/crs/a.cpp", lines(400)}}), IsEmpty());
    EXPECT_THAT(checkFileLengths({{"geo/crs/a.cpp", lines(401)}}), SizeIs(1));
}

TEST(FileOpenings, refuseASourceWithoutItsLicence) {
    EXPECT_THAT(checkFileOpenings({{"geo/crs/a.cpp", "#pragma once\n"}}), SizeIs(1));
}

TEST(FileOpenings, refuseASourceThatDoesNotSayWhatItIsFor) {
    EXPECT_THAT(checkFileOpenings({{"geo/crs/a.cpp", licence + "#pragma once\n"}}), SizeIs(1));
    EXPECT_THAT(checkFileOpenings({{"geo/crs/a.cpp", licence + "// One purpose.\n"}}), IsEmpty());
}

TEST(FileOpenings, letAProgramNameItsInterpreterFirst) {
    EXPECT_THAT(checkFileOpenings({{"run.sh", "#!/bin/bash\n# SPDX-License-Identifier: Apache-2.0\n"}}),
                IsEmpty());
}

TEST(Folders, refuseAFolderWithoutASubject) {
    EXPECT_THAT(checkFolders({{"geo/utils/a.cpp", ""}}), SizeIs(1));
}

TEST(Folders, refuseCodeThatStandsTooDeepOrTooHigh) {
    EXPECT_THAT(checkFolders({{"geo/crs/vn2000/a.cpp", ""}, {"geo/a.cpp", ""}}), SizeIs(2));
}

TEST(Singletons, areFoundInCodeAndNotInComments) {
    EXPECT_THAT(checkNoSingletons({{"geo/crs/a.hpp", "static A& instance();\n// instance()\n"}}),
                ElementsAre(Violation{"geo/crs/a.hpp", 1, "a singleton"}));
    EXPECT_THAT(checkNoSingletons({{"styles/paint/a.cpp", "QCoreApplication::instance();"}}), IsEmpty());
}

TEST(Numbers, mayNotBeReadByTheLocale) {
    EXPECT_THAT(
        checkNumbersIgnoreTheLocale(
            {{"app/jobs/a.cpp", "double x = std::strtod(t, nullptr);\n// atof(t)\n"}}),
        ElementsAre(Violation{"app/jobs/a.cpp", 1, "strtod follows the locale, std::from_chars does not"}));
    EXPECT_THAT(checkNumbersIgnoreTheLocale({{"app/jobs/a.cpp", "CPLAtof(t); my_atof(t);"}}), IsEmpty());
}

TEST(MirrorOfTheTests, refusesARoomWithoutTestsAndTestsWithoutARoom) {
    const auto found =
        checkTestsMirrorTheCode({{"geo/crs/crs.cpp", ""}, {"tests/geo/moon/moon_test.cpp", ""}});
    EXPECT_THAT(found, SizeIs(2));
}

TEST(Messages, refuseAnErrorWithoutWords) {
    const SourceFile file{"geo/crs/a.cpp", "throw Error(ErrorKind::BadData, \"crs.lost\", {{\"x\", 1}});"};

    EXPECT_THAT(checkEveryMessageHasWords(withWords("{}", file)), SizeIs(2));
    EXPECT_THAT(checkEveryMessageHasWords(withWords("{\"crs.lost\": \"lost at {x}\"}", file)), IsEmpty());
}

TEST(Messages, mayEndInAWordFromTheData) {
    const SourceFile file{"app/jobs/map.cpp", "words.sentence(\"map.by-\" + level);"};

    EXPECT_THAT(checkEveryMessageHasWords(withWords("{\"map.byway\": \"\"}", file)), SizeIs(2));
    EXPECT_THAT(checkEveryMessageHasWords(withWords("{\"map.by-commune\": \"by commune\"}", file)),
                IsEmpty());
}

TEST(Messages, areFoundWhereAnIdTravelsThroughAVariable) {
    const auto uses = messageUsesIn(
        {{"geo/crs/a.cpp", "Message{\"crs.lost\"}; const char* id = \"crs.found\"; open(\"proj.db\");"}});
    EXPECT_THAT(uses, SizeIs(2));
}

TEST(Messages, refuseWordsThatNameAnArgumentNobodyGives) {
    const SourceFile file{"geo/crs/a.cpp", "throw Error(kind, \"crs.lost\", {{\"x\", x}, {\"y\", y}});"};

    EXPECT_THAT(checkSentencesFindTheirArguments(withWords("{\"crs.lost\": \"at {x:2} {y:2}\"}", file)),
                IsEmpty());
    EXPECT_THAT(checkSentencesFindTheirArguments(withWords("{\"crs.lost\": \"row {row}\"}", file)),
                SizeIs(1));
}

TEST(Catalogues, refuseWhatIsNotAFlatObject) {
    EXPECT_THAT(checkCataloguesAgree({{"app/words/en.json", "{}"}, {"app/words/vi.json", "{\"a\": {}}"}}),
                SizeIs(1));
}

TEST(Catalogues, refuseAnIdKnownInOneLanguageOnly) {
    EXPECT_THAT(
        checkCataloguesAgree({{"app/words/en.json", "{}"}, {"app/words/vi.json", "{\"a.b\": \"c\"}"}}),
        SizeIs(1));
}

TEST(Catalogues, refuseSentencesWithDifferentArguments) {
    const auto found = checkCataloguesAgree({{"app/words/en.json", "{\"a.b\": \"of {count:0}\"}"},
                                             {"app/words/vi.json", "{\"a.b\": \"{number}\"}"}});
    EXPECT_THAT(found, SizeIs(1));
}

TEST(Sql, isRefusedOutsideTheStore) {
    const std::string code = "run(\"SELECT code FROM units\");";
    EXPECT_THAT(checkSqlStaysInTheStore({{"app/jobs/info.cpp", code}, {"layers/store/units.cpp", code}}),
                SizeIs(1));
}

TEST(Province, isRefusedInTheCode) {
    EXPECT_THAT(checkNoProvinceInTheCode({{"app/jobs/new.cpp", "title(\"Tỉnh Lai Châu\");"}}), SizeIs(1));
}

}  // namespace
}  // namespace fences
