// SPDX-License-Identifier: Apache-2.0
// The rules of docs/architecture.md, held against the tree as it stands.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/architecture/form_rules.hpp"
#include "tests/architecture/include_fences.hpp"
#include "tests/architecture/library_fences.hpp"
#include "tests/architecture/message_rules.hpp"
#include "tests/architecture/size_rules.hpp"
#include "tests/architecture/source_tree.hpp"

namespace fences {
namespace {

// One violation a line, so that all of them can be read at once.
std::string listed(const std::vector<Violation>& violations) {
    std::ostringstream list;
    for (const Violation& violation : violations) list << violation << "\n";
    return list.str();
}

class House : public testing::Test {
 protected:
    const std::vector<SourceFile> m_files = readSourceTree(KHOANH_SOURCE_DIR);
};

TEST_F(House, isReadWhole) {
    // Far fewer files would mean that the other tests look at nothing.
    EXPECT_GT(m_files.size(), 100u);
}

TEST_F(House, includesOnlyWhatStandsToTheLeft) { EXPECT_EQ(listed(checkFloors(m_files)), ""); }

TEST_F(House, keepsRulesFreeOfFilesAndDatabases) { EXPECT_EQ(listed(checkRulesKnowNoStore(m_files)), ""); }

TEST_F(House, hasNoCirclesAmongRooms) { EXPECT_EQ(listed(checkNoCircles(m_files)), ""); }

TEST_F(House, writesIncludesFromTheRoot) { EXPECT_EQ(listed(checkIncludesStartAtTheRoot(m_files)), ""); }

TEST_F(House, keepsOutsideLibrariesInTheirRooms) { EXPECT_EQ(listed(checkOutsideLibraries(m_files)), ""); }

TEST_F(House, keepsFilesShort) { EXPECT_EQ(listed(checkFileLengths(m_files)), ""); }

TEST_F(House, keepsFunctionsShort) { EXPECT_EQ(listed(checkFunctionLengths(m_files)), ""); }

TEST_F(House, opensEveryFileWithItsLicenceAndPurpose) { EXPECT_EQ(listed(checkFileOpenings(m_files)), ""); }

TEST_F(House, hasFoldersThatNameASubjectAndStayShallow) { EXPECT_EQ(listed(checkFolders(m_files)), ""); }

TEST_F(House, hasNoSingletons) { EXPECT_EQ(listed(checkNoSingletons(m_files)), ""); }

TEST_F(House, readsNumbersTheSameInEveryLocale) {
    EXPECT_EQ(listed(checkNumbersIgnoreTheLocale(m_files)), "");
}

TEST_F(House, hasTestsInTheSameTreeAsTheCode) { EXPECT_EQ(listed(checkTestsMirrorTheCode(m_files)), ""); }

TEST_F(House, hasWordsForEveryMessage) { EXPECT_EQ(listed(checkEveryMessageHasWords(m_files)), ""); }

TEST_F(House, saysTheSameInBothLanguages) { EXPECT_EQ(listed(checkCataloguesAgree(m_files)), ""); }

TEST_F(House, givesEverySentenceItsArguments) {
    EXPECT_EQ(listed(checkSentencesFindTheirArguments(m_files)), "");
}

TEST_F(House, keepsSqlInTheStore) { EXPECT_EQ(listed(checkSqlStaysInTheStore(m_files)), ""); }

TEST_F(House, namesNoProvinceInTheCode) { EXPECT_EQ(listed(checkNoProvinceInTheCode(m_files)), ""); }

}  // namespace
}  // namespace fences
