// SPDX-License-Identifier: Apache-2.0
// Exit codes, languages and JSON of the program as scripts and people meet them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/acceptance/program.hpp"

using nlohmann::json;
using program::Arguments;
using program::Desk;
using program::run;

namespace {

const Arguments verbs{"new", "import", "compute", "map", "export", "where", "info", "sample", "undo"};

}  // namespace

TEST(Program, helpOfEveryVerbEndsWellInBothLanguages) {
    for (const std::string& verb : verbs) {
        const auto vi = run({verb, "--help"});
        const auto en = run({verb, "--help", "--lang", "en"});
        EXPECT_EQ(vi.code, 0) << verb;
        EXPECT_EQ(en.code, 0) << verb;
        EXPECT_NE(vi.out.find("khoanh " + verb), std::string::npos) << verb;
        EXPECT_NE(en.out.find("khoanh " + verb), std::string::npos) << verb;
        EXPECT_EQ(vi.err + en.err, "");
    }
}

TEST(Program, helpAsAWholeNamesEveryVerb) {
    const auto answer = run({"--help"});
    EXPECT_EQ(answer.code, 0);
    for (const std::string& verb : verbs) EXPECT_NE(answer.out.find("  " + verb), std::string::npos) << verb;
    EXPECT_EQ(run({"--version"}).code, 0);
}

TEST(Program, endsWith0WhenDone) {
    const Desk desk;
    EXPECT_EQ(run({"info", desk.workspace()}).code, 0);
    EXPECT_EQ(run({"where", desk.workspace(), "103.4582", "22.3964"}).code, 0);
}

TEST(Program, endsWith1WhenThereAreFindings) {
    const Desk desk;
    const auto answer = run({"where", desk.workspace(), "105.85", "21.03"});
    EXPECT_EQ(answer.code, 1);
    EXPECT_EQ(answer.err, "");
}

TEST(Program, endsWith2WhenTheWordsMeanNothing) {
    const Desk desk;
    const std::string before = desk.digest();
    const std::string plots = (program::sample() / "rung_106_2023.shp").string();
    for (const Arguments& arguments :
         {Arguments{}, Arguments{"fly"}, Arguments{"compute", desk.workspace()},
          Arguments{"import", desk.workspace(), plots, "--as", "wards"},
          Arguments{"import", desk.workspace(), plots, "--as", "forest", "--as-of", "31/12/2023"},
          Arguments{"import", desk.workspace(), plots, "--as", "forest", "--as-of", "2023-02-30"},
          Arguments{"import", desk.workspace(), plots, "--as", "forest"},
          Arguments{"import", desk.workspace(), plots, "--as", "forest", "--as-of", "2023", "--crs", "nonsense"},
          Arguments{"compute", desk.workspace(), "happiness"},
          Arguments{"compute", desk.workspace(), "forest-cover", "--by", "village"},
          Arguments{"where", desk.workspace(), "here", "there"}, Arguments{"info", desk.workspace(), "--fast"},
          Arguments{"map", desk.workspace(), "forest-cover", "--out", desk / "a.png", "--size", "big"},
          Arguments{"export", desk.workspace(), "--out", desk / "a.docx"}}) {
        const auto answer = run(arguments);
        EXPECT_EQ(answer.code, 2) << testing::PrintToString(arguments) << answer.err;
        EXPECT_EQ(answer.out, "");
        EXPECT_TRUE(answer.err.starts_with("Lỗi: ")) << answer.err;
    }
    EXPECT_EQ(desk.digest(), before);
}

TEST(Program, endsWith3WhenItCouldNot) {
    const Desk desk;
    EXPECT_EQ(run({"info", desk / "none.khoanh"}).code, 3);
    EXPECT_EQ(run({"export", desk.workspace(), "--layer", "rivers", "--out", desk / "a.gpkg"}).code, 3);
}

TEST(Program, speaksVietnameseFirstAndEnglishOnRequest) {
    const Desk desk;
    const auto vi = run({"compute", desk.workspace(), "forest-cover", "--by", "province"});
    const auto en = run({"compute", desk.workspace(), "forest-cover", "--by", "province", "--lang", "en"});
    EXPECT_NE(vi.out.find("Tỷ lệ che phủ rừng đến 31/12/2023"), std::string::npos) << vi.out;
    EXPECT_NE(vi.out.find("7.078,10 ha"), std::string::npos) << vi.out;
    EXPECT_NE(en.out.find("Forest cover at 31 December 2023"), std::string::npos) << en.out;
    EXPECT_NE(en.out.find("7,078.10 ha"), std::string::npos) << en.out;
    EXPECT_TRUE(run({"info", desk / "none", "--lang", "en"}).err.starts_with("Error: "));
}

TEST(Program, printsOneJsonObjectAndNothingElse) {
    const Desk desk;
    const std::string plots = (program::sample() / "rung_106_2023.shp").string();
    for (const Arguments& arguments :
         {Arguments{"info", desk.workspace(), "--digest"}, Arguments{"where", desk.workspace(), "103.4582", "22.3964"},
          Arguments{"compute", desk.workspace(), "forest-cover", "--method", "overlay"},
          Arguments{"import", desk.workspace(), plots, "--as", "forest", "--as-of", "2023"},
          Arguments{"export", desk.workspace(), "--out", desk / "a.csv"}, Arguments{"undo", desk.workspace()},
          Arguments{"new", desk / "b.khoanh"}, Arguments{"sample", desk / "s", "--plots", "200"}}) {
        Arguments asked = arguments;
        asked.push_back("--json");
        const auto answer = run(asked);
        EXPECT_LE(answer.code, 1) << answer.err;
        EXPECT_EQ(answer.err, "");
        ASSERT_TRUE(json::accept(answer.out)) << answer.out;
        const json object = json::parse(answer.out);
        EXPECT_EQ(object.at("verb"), arguments.front());
        EXPECT_EQ(object.at("status"), answer.code == 0 ? "done" : "findings");
        for (const char* part : {"rows", "findings", "ledger"}) EXPECT_TRUE(object.contains(part)) << arguments.front();
    }
}

TEST(Program, printsOneJsonObjectForErrorsToo) {
    const Desk desk;
    for (const Arguments& arguments :
         {Arguments{"--json"}, Arguments{"fly", "--json"}, Arguments{"--json", "info", desk / "none.khoanh"},
          Arguments{"import", "--json", desk.workspace(), desk / "none.shp", "--as", "communes"},
          Arguments{"info", desk.workspace(), "--json", "--observation", "first"}}) {
        const auto answer = run(arguments);
        EXPECT_GE(answer.code, 2);
        ASSERT_TRUE(json::accept(answer.out)) << answer.out;
        const json object = json::parse(answer.out);
        EXPECT_EQ(object.at("status"), "error");
        EXPECT_FALSE(object.at("error").at("id").get<std::string>().empty());
        EXPECT_FALSE(object.at("error").at("words").get<std::string>().empty());
    }
}

TEST(Program, missingFiguresAreNullInJson) {
    const Desk desk;
    const auto answer = run({"compute", desk.workspace(), "forest-cover", "--method", "overlay", "--json"});
    std::size_t missing = 0;
    const json object = json::parse(answer.out);
    for (const json& row : object.at("rows")) {
        EXPECT_EQ(row.at("value").is_null(), row.at("status") == "missing");
        missing += row.at("value").is_null() ? 1u : 0u;
    }
    EXPECT_GT(missing, 30u);  // the plots are those of the former city alone
}

TEST(Program, undoTakesBackTheLastChange) {
    const Desk desk;
    const auto layersShown = [&] { return json::parse(run({"info", desk.workspace(), "--json"}).out).at("rows").size(); };
    ASSERT_EQ(layersShown(), 2u);
    EXPECT_EQ(run({"undo", desk.workspace()}).code, 0);
    EXPECT_EQ(layersShown(), 1u);
}

TEST(Program, aFileNameThatIsNoUtf8IsAnsweredInJsonToo) {
    const Desk desk;
    const auto answer = run({"info", desk / "r\xF9ng.khoanh", "--json"});
    EXPECT_EQ(answer.code, 3);
    EXPECT_TRUE(json::accept(answer.out)) << answer.err;
}
