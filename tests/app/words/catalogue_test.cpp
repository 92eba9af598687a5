// SPDX-License-Identifier: Apache-2.0
// Ids and arguments become sentences; nothing a message carries is ever hidden.
#include "app/words/catalogue.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

using app::Catalogue;
using app::Language;

namespace {

/// A folder with one catalogue, gone with the test.
class WordsFolder {
  public:
    explicit WordsFolder(const std::string& json) {
        std::filesystem::create_directories(m_path);
        std::ofstream(m_path / "vi.json") << json;
    }
    ~WordsFolder() { std::filesystem::remove_all(m_path); }
    WordsFolder(const WordsFolder&) = delete;
    WordsFolder& operator=(const WordsFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

  private:
    std::filesystem::path m_path = std::filesystem::temp_directory_path() / ("khoanh-words-" + std::to_string(getpid()));
};

constexpr const char* someWords = R"({
    "plain": "không có gì",
    "area": "diện tích {area:2} ha",
    "count": "{count} lô",
    "kind": "lớp {kind:word}",
    "word.forest": "rừng",
    "word.tonnes": "tấn",
    "word.times million": "triệu",
    "word./year": "/năm",
    "day": "ngày {day:date}",
    "brace": "mở { và {missing}",
    "outer": "đọc '{file}'",
    "fault": "hỏng ở dòng {row}"
})";

std::string said(const char* id, std::vector<geo::Argument> arguments = {}) {
    const WordsFolder folder(someWords);
    return Catalogue::read(folder.path(), Language::Vietnamese).sentence(id, std::move(arguments));
}

std::string idOfFault(const std::filesystem::path& folder, Language language) {
    try {
        Catalogue::read(folder, language);
    } catch (const geo::Error& error) {
        return error.message().id;
    }
    return {};
}

std::filesystem::path shippedWords() { return std::filesystem::path(KHOANH_SOURCE_DIR) / "app/words"; }

}  // namespace

TEST(Catalogue, placesNumbersWithTheDecimalsAskedFor) {
    EXPECT_EQ(said("area", {{"area", 1234.5}}), "diện tích 1.234,50 ha");
    EXPECT_EQ(said("area", {{"area", std::int64_t{7}}}), "diện tích 7,00 ha");
    EXPECT_EQ(said("count", {{"count", std::int64_t{20000}}}), "20.000 lô");
}

TEST(Catalogue, looksWordsUpAndShowsThoseItDoesNotKnowAsTheyAre) {
    EXPECT_EQ(said("kind", {{"kind", std::string("forest")}}), "lớp rừng");
    EXPECT_EQ(said("kind", {{"kind", std::string("basins")}}), "lớp basins");
}

TEST(Catalogue, hasWordsForWhateverOpeningAFileOrADeviceMayEndWith) {
    // Source: open(2), read(2) and write(2) of Linux, and what drivers and network drives hand through them.
    for (const int fault : {EACCES,  EAGAIN, EBADMSG, EBUSY, EDQUOT, EFBIG,  EHOSTDOWN, EILSEQ,    EINTR,     EINVAL,
                            EIO,     EISDIR, ELOOP,   EMFILE, ENAMETOOLONG, ENFILE, ENODEV, ENOENT, ENOMEDIUM, ENOMEM,
                            ENOSPC,  ENOTCONN, ENOTDIR, ENXIO, EOVERFLOW, EPERM, EPIPE, ERANGE, EREMOTEIO, EROFS,
                            ESTALE,  ETIMEDOUT, ETXTBSY, EUCLEAN}) {
        const std::string systemWords = std::strerror(fault);
        for (const Language language : {Language::Vietnamese, Language::English})
            EXPECT_TRUE(Catalogue::read(shippedWords(), language).knows("word." + systemWords)) << systemWords;
    }
}

TEST(Catalogue, makesUnitsOfTheirParts) {
    EXPECT_EQ(said("kind", {{"kind", std::string("million tonnes/year")}}), "lớp triệu tấn/năm");
    EXPECT_EQ(said("kind", {{"kind", std::string("tonnes/head/year")}}), "lớp tonnes/head/năm");
    EXPECT_EQ(said("kind", {{"kind", std::string("rừng/năm cũ")}}), "lớp rừng/năm cũ");
}

TEST(Catalogue, writesDatesAsPeopleDo) {
    EXPECT_EQ(said("day", {{"day", std::string("2025-07-01")}}), "ngày 01/7/2025");
    EXPECT_EQ(said("day", {{"day", std::string("hôm qua")}}), "ngày hôm qua");
    EXPECT_EQ(said("day", {{"day", std::string("2024-12-31, 2025-07-01")}}), "ngày 31/12/2024, 01/7/2025");
}

TEST(Catalogue, leavesAPlaceWithoutArgumentVisible) {
    EXPECT_EQ(said("area"), "diện tích {area:2} ha");
}

TEST(Catalogue, keepsABraceThatOpensNothing) {
    EXPECT_TRUE(said("brace", {{"missing", std::string("đóng")}}).starts_with("mở {"));
}

TEST(Catalogue, showsAnUnknownIdWithItsArguments) {
    EXPECT_EQ(said("no.such", {{"path", std::string("a.shp")}, {"row", std::int64_t{3}}}), "no.such path=a.shp row=3");
}

TEST(Catalogue, textOfAnArgumentIsNeverReadAsAPlace) {
    EXPECT_EQ(said("outer", {{"file", std::string("{file}.shp")}}), "đọc '{file}.shp'");
}

TEST(Catalogue, saysWhatWasBeingDoneFromTheOutsideIn) {
    const WordsFolder folder(someWords);
    geo::Error error(geo::ErrorKind::BadData, "fault", {{"row", std::int64_t{12}}});
    error.addContext({"outer", {{"file", std::string("b.dbf")}}});
    error.addContext({"plain", {}});
    EXPECT_EQ(Catalogue::read(folder.path(), Language::Vietnamese).sentence(error),
              "không có gì: đọc 'b.dbf': hỏng ở dòng 12");
}

TEST(Catalogue, saysOnceWhatTwoWereDoing) {
    const WordsFolder folder(someWords);
    geo::Error error(geo::ErrorKind::BadData, "fault", {{"row", std::int64_t{12}}});
    error.addContext({"outer", {{"file", std::string("b.csv")}}});
    error.addContext({"outer", {{"file", std::string("b.csv")}}});
    EXPECT_EQ(Catalogue::read(folder.path(), Language::Vietnamese).sentence(error), "đọc 'b.csv': hỏng ở dòng 12");
}

TEST(Catalogue, namesAFileThatIsMissingOrBroken) {
    const WordsFolder broken("{\"a\": ");
    EXPECT_EQ(idOfFault(broken.path(), Language::Vietnamese), "words.unreadable");
    EXPECT_EQ(idOfFault(broken.path(), Language::English), "words.missing");
}

TEST(Catalogue, refusesAFileWhoseSentencesAreNoText) {
    const WordsFolder broken(R"({"a": 1})");
    EXPECT_EQ(idOfFault(broken.path(), Language::Vietnamese), "words.unreadable");
}

TEST(Catalogue, shipsSentencesInBothLanguages) {
    const auto vi = Catalogue::read(shippedWords(), Language::Vietnamese);
    const auto en = Catalogue::read(shippedWords(), Language::English);
    EXPECT_EQ(en.sentence("work.stopped"), "stopped as asked; nothing changed");
    EXPECT_EQ(vi.sentence("work.stopped"), "đã dừng theo yêu cầu; không có gì thay đổi");
    EXPECT_EQ(vi.sentence("map.as-of", {{"day", std::string("2023-12-31")}}), "Số liệu đến 31/12/2023");
}
