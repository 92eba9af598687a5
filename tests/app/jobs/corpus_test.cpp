// SPDX-License-Identifier: Apache-2.0
// Files as offices send them, made by other programs: each must come in rightly, or with its question.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

fs::path corpus() { return fs::path(KHOANH_SOURCE_DIR) / "tests/corpus"; }

Json casesOf(const fs::path& file) {
    std::ifstream stream(file);
    return Json::parse(stream);
}

app::ImportRequest requestOf(const Json& one) {
    const Json& options = one.at("options");
    app::ImportRequest request;
    request.files = {corpus() / "files" / one.at("file").get<std::string>()};
    request.kind = *layers::parseKind(one.at("as").get<std::string>());
    request.layerName = options.value("layer", "");
    if (options.contains("crs")) request.crs = geo::crsFromOption(options["crs"].get<std::string>());
    request.encoding = *layers::parseEncoding(options.value("encoding", "auto"));
    if (options.contains("epoch")) request.epoch = geo::requireDate(options["epoch"].get<std::string>());
    if (options.contains("as_of")) request.asOf = geo::requireDate(options["as_of"].get<std::string>());
    if (options.contains("profile"))
        request.profile = layers::readImportProfile(office::dataFolder() / "profiles" /
                                                    (options["profile"].get<std::string>() + ".json"));
    request.isEpochAccepted = options.value("accept_epoch", false);
    if (options.contains("share"))
        request.share = layers::parseShareReading(options["share"].get<std::string>());
    if (options.contains("decimal"))
        request.decimal =
            options["decimal"] == "comma" ? layers::DecimalMark::Comma : layers::DecimalMark::Point;
    return request;
}

/// What an import came to.
struct Verdict {
    std::string error;
    /// All that the error says, as logs have it.
    std::string words;
    app::Outcome outcome;
};

Verdict verdictOf(office::Desk& desk, const Json& one) {
    try {
        return {"", "", desk.import(requestOf(one))};
    } catch (const geo::Error& error) {
        return {error.message().id, error.what(), {}};
    }
}

std::set<std::string> findingsOf(const app::Outcome& outcome) {
    std::set<std::string> ids;
    for (const auto& finding : outcome.findings) ids.insert(finding.message.id);
    return ids;
}

std::int64_t joinedRows(const app::Outcome& outcome) {
    const auto& entries = outcome.ledger.entries(layers::LedgerSide::Out);
    const auto joined = std::ranges::find(entries, "joined", &layers::LedgerEntry::reason);
    return joined == entries.end() ? 0 : joined->count;
}

layers::Value valueIn(const office::Desk& desk, const Json& asked) {
    const auto workspace = layers::Workspace::open(desk.project().workspace, layers::Access::Read);
    const auto record = app::shownLayers(workspace, desk.project()).back();
    auto stream = workspace.readLayer(record.id);
    const auto field = stream.schema.indexOf(asked.at("field").get<std::string>());
    layers::Feature feature;
    for (int row = 0; row < asked.at("row"); ++row) stream.next(feature);
    return field ? feature.values[*field] : layers::Value(std::string("no such field"));
}

void expectValue(const office::Desk& desk, const Json& asked) {
    const layers::Value value = valueIn(desk, asked);
    const Json& wanted = asked.at("is");
    if (wanted.is_null()) {
        EXPECT_TRUE(layers::isMissing(value)) << layers::textIn(value);
    }
    if (wanted.is_number()) {
        EXPECT_EQ(layers::numberIn(value), wanted.get<double>());
    }
    if (wanted.is_string()) {
        EXPECT_EQ(layers::textIn(value), wanted.get<std::string>());
    }
}

void expectStored(const office::Desk& desk, const Verdict& verdict, const Json& expect) {
    const auto findings = findingsOf(verdict.outcome);
    if (expect.contains("findings")) {
        EXPECT_EQ(Json(findings), Json(expect["findings"].get<std::set<std::string>>()));
    }
    if (expect.contains("joined")) {
        EXPECT_EQ(joinedRows(verdict.outcome), expect["joined"].get<int>());
    }
    if (expect.contains("refused")) {
        ASSERT_TRUE(verdict.outcome.refusal);
        EXPECT_EQ(verdict.outcome.refusal->id, expect["refused"]);
        return;
    }
    EXPECT_FALSE(verdict.outcome.refusal);
    const app::Row& row = verdict.outcome.rows.at(0);
    if (expect.contains("features")) {
        EXPECT_EQ(office::number(row, "features"), expect["features"].get<double>());
    }
    if (expect.contains("encoding")) {
        EXPECT_EQ(office::text(row, "encoding"), expect["encoding"]);
    }
    if (expect.contains("value")) expectValue(desk, expect["value"]);
}

void expectVerdict(const office::Desk& desk, const Verdict& verdict, const Json& expect) {
    if (expect.contains("error")) {
        EXPECT_EQ(verdict.error, expect["error"]);
    } else if (expect.contains("errors")) {
        const auto known = expect["errors"].get<std::set<std::string>>();
        EXPECT_TRUE(known.contains(verdict.error)) << verdict.error;
        EXPECT_THAT(verdict.words, testing::HasSubstr(expect.value("names", "")));
    } else {
        ASSERT_EQ(verdict.error, "");
        expectStored(desk, verdict, expect);
    }
}

/// A workspace with the communes of both times, copied for each case.
fs::path preparedWorkspace() {
    return office::madeOnce("corpus",
                            [](const fs::path& folder) {
                                auto desk = office::Desk::full();
                                fs::copy_file(desk.project().workspace, folder / "a.khoanh");
                            }) /
           "a.khoanh";
}

class Corpus : public testing::TestWithParam<Json> {};

TEST_P(Corpus, comesInRightlyOrAsks) {
    const Json& one = GetParam();
    auto desk = office::Desk::copyOf(preparedWorkspace());
    const Verdict verdict = verdictOf(desk, one);
    expectVerdict(desk, verdict, one.at("expect"));
}

std::string nameOf(const testing::TestParamInfo<Json>& one) {
    std::string name = one.param.at("file").get<std::string>();
    for (const auto& [key, value] : one.param.at("options").items()) name += '_' + key + '_' + value.dump();
    std::erase_if(name, [](char letter) { return letter == '"'; });
    std::ranges::replace_if(
        name, [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
    return name;
}

std::vector<Json> allCases() {
    const Json cases = casesOf(corpus() / "cases.json");
    return {cases.begin(), cases.end()};
}

INSTANTIATE_TEST_SUITE_P(Files, Corpus, testing::ValuesIn(allCases()), nameOf);

TEST(CorpusItself, holdsAtLeastSeventyFiveFiles) {
    std::set<std::string> files;
    for (const Json& one : allCases()) files.insert(one.at("file"));
    EXPECT_GE(files.size(), 75u);
}

}  // namespace
