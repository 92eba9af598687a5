// SPDX-License-Identifier: Apache-2.0
// Pictures have the size asked for, the same bytes every time, and hatching one can see.
#include "styles/paint/paint_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <set>

#include "geo/base/error.hpp"
#include "styles/paint/pdf_dates.hpp"
#include "styles/paint/qt_canvas.hpp"
#include "tests/styles/map/sample_sheets.hpp"

namespace {

constexpr geo::Date asOf{2023, 12, 31};

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A folder that goes with the test.
class PaintFile : public testing::Test {
  protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path() / (std::string("khoanh-paint-") + info->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path file(const std::string& name) const { return m_folder / name; }
    std::string paint(const std::string& name, const styles::MapSheet& sheet) {
        styles::paintFile(file(name), sheet, asOf, m_session);
        return contentOf(file(name));
    }
    std::string faultOf(const std::filesystem::path& target, const styles::MapSheet& sheet) {
        try {
            styles::paintFile(target, sheet, asOf, m_session);
        } catch (const geo::Error& error) {
            return error.message().id;
        }
        return "none";
    }

    styles::PaintSession m_session;
    std::filesystem::path m_folder;
};

}  // namespace

TEST_F(PaintFile, givesTheSizeAskedFor) {
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.size = {977, 653};
    paint("map.png", sheet);

    const QImage image(QString::fromStdString(file("map.png").string()));
    EXPECT_EQ(image.size(), QSize(977, 653));
}

TEST_F(PaintFile, givesTheSameBytesTwiceInEveryFormat) {
    const styles::MapSheet sheet = testing_styles::mosaic(6, 4, 9);
    for (const std::string format : {"png", "svg", "pdf"}) {
        EXPECT_EQ(paint("first." + format, sheet), paint("second." + format, sheet)) << format;
    }
}

TEST_F(PaintFile, showsTheHatchingOfAUnitWithoutAFigure) {
    const styles::MapSheet sheet = testing_styles::twoSquares();
    const styles::ComposedMap map = styles::paintFile(file("map.png"), sheet, asOf, m_session);

    // Below the label of the right square, where nothing but its ground is drawn.
    const QImage image(QString::fromStdString(file("map.png").string()));
    const styles::PointPx middle = map.labels.at(1).box.centre();
    std::set<QRgb> colours;
    for (int step = 0; step < 40; ++step)
        colours.insert(image.pixel(int(middle.x) + step, int(middle.y) + 60));
    EXPECT_TRUE(colours.contains(qRgb(255, 255, 255)));
    EXPECT_GT(colours.size(), 2u);
}

TEST_F(PaintFile, paintsAFigureInTheColourOfItsClass) {
    const styles::MapSheet sheet = testing_styles::twoSquares();
    const styles::ComposedMap map = styles::paintFile(file("map.png"), sheet, asOf, m_session);

    const QImage image(QString::fromStdString(file("map.png").string()));
    const styles::PointPx middle = map.labels.at(0).box.centre();
    EXPECT_EQ(image.pixel(int(middle.x), int(middle.y) + 60), qRgb(12, 78, 74));  // the theme's upper class
}

TEST_F(PaintFile, writesAnSvgThatCanBeRead) {
    paint("map.svg", testing_styles::twoSquares());

    const QSvgRenderer renderer(QString::fromStdString(file("map.svg").string()));
    EXPECT_TRUE(renderer.isValid());
    EXPECT_EQ(renderer.viewBox().size(), QSize(1280, 800));
}

TEST_F(PaintFile, datesAPdfByItsData) {
    EXPECT_THAT(paint("map.pdf", testing_styles::twoSquares()),
                testing::HasSubstr("/CreationDate (D:20231231000000Z"));
}

TEST_F(PaintFile, leavesTheOldFileWholeWhenThereIsNothingToDraw) {
    std::ofstream(file("map.png")) << "old";
    styles::MapSheet sheet = testing_styles::twoSquares();
    sheet.units.clear();

    EXPECT_EQ(faultOf(file("map.png"), sheet), "map.nothing-to-draw");
    EXPECT_EQ(contentOf(file("map.png")), "old");
}

TEST_F(PaintFile, refusesAFormatItDoesNotKnow) {
    EXPECT_EQ(faultOf(file("map.bmp"), testing_styles::twoSquares()), "paint.format-unknown");
}

TEST_F(PaintFile, saysWhenItCannotWriteThere) {
    EXPECT_EQ(faultOf(m_folder / "missing" / "map.png", testing_styles::twoSquares()), "paint.not-written");
}

TEST_F(PaintFile, laysDownAnImageByItsPixels) {
    QImage page(4, 4, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    styles::makeCanvas(painter, m_session)->image({1, 1, 3, 3}, {{1, 1}, {0xff2c816b}});
    painter.end();

    EXPECT_EQ(page.pixel(1, 1), 0xff2c816b);
    EXPECT_EQ(page.pixel(0, 0), 0xffffffff);
}

TEST_F(PaintFile, paintsEverySymbolAsAShapeOfItsOwn) {
    using enum styles::Symbol;
    std::set<std::string> shapes;
    const auto all = {Circle,  Square, Triangle, TriangleDown, Diamond, Pentagon,
                      Hexagon, Star,   Plus,     Cross,        Ring};
    for (const styles::Symbol symbol : all) {
        QImage page(24, 24, QImage::Format_RGB32);
        page.fill(Qt::white);
        QPainter painter(&page);
        styles::makeCanvas(painter, m_session)->symbol({12, 12}, {symbol, 16, {200, 0, 0}, std::nullopt});
        painter.end();
        shapes.emplace(reinterpret_cast<const char*>(page.constBits()),
                       static_cast<std::size_t>(page.sizeInBytes()));
        EXPECT_EQ(page.pixel(1, 1), 0xffffffff) << styles::nameOf(symbol);
    }
    EXPECT_EQ(shapes.size(), all.size());
}

TEST_F(PaintFile, outlinesASymbolInItsOwnColour) {
    QImage page(24, 24, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    styles::makeCanvas(painter, m_session)
        ->symbol({12, 12}, {styles::Symbol::Square, 18, {255, 255, 255}, styles::Pen{{0, 0, 200}, 3}});
    painter.end();

    EXPECT_EQ(page.pixel(12, 12), 0xffffffff);
    EXPECT_EQ(page.pixel(4, 12), 0xff0000c8);
}

TEST_F(PaintFile, turnsTextAboutWhereItBegins) {
    QImage page(60, 60, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    styles::TextStyle style{12, styles::Weight::Bold, {0, 0, 0}, std::nullopt};
    style.turn_deg = 90;
    styles::makeCanvas(painter, m_session)->text("llll", {30, 10}, style);
    painter.end();

    const auto inkIn = [&](QRect place) {
        int dark = 0;
        for (int x = place.left(); x <= place.right(); ++x) {
            for (int y = place.top(); y <= place.bottom(); ++y) dark += qGray(page.pixel(x, y)) < 128 ? 1 : 0;
        }
        return dark;
    };
    EXPECT_GT(inkIn(QRect(29, 10, 12, 30)), 20);
    EXPECT_EQ(inkIn(QRect(0, 0, 28, 60)), 0);
}

TEST_F(PaintFile, givesTheSameBytesTwiceForEverySection) {
    const styles::MapSheet sheet = testing_styles::crowdedSheet(60, 4);
    for (const std::string format : {"png", "svg", "pdf"})
        EXPECT_EQ(paint("first." + format, sheet), paint("second." + format, sheet)) << format;
}

TEST_F(PaintFile, paintsManyPagesIntoOneDocument) {
    int left = 3;
    const auto next = [&]() -> std::optional<styles::Page> {
        if (left == 0) return std::nullopt;
        return styles::Page{{1754, 1240}, 150, "Tập bản đồ", [page = left--](styles::Canvas& canvas, const auto&) {
                                canvas.text("Trang " + std::to_string(page), {100, 100}, {20, {}, {}, {}});
                            }};
    };
    styles::paintPages(file("pages.pdf"), next, asOf, m_session);

    const std::string pdf = contentOf(file("pages.pdf"));
    std::size_t pages = 0;
    for (std::size_t at = pdf.find("/Type /Page\n"); at != pdf.npos; at = pdf.find("/Type /Page\n", at + 1)) ++pages;
    EXPECT_EQ(pages, 3u);
    // A4 is 842 by 595 points.
    EXPECT_THAT(pdf, testing::HasSubstr("/MediaBox [0 0 842.000000 595.000000]"));
    EXPECT_THROW(styles::paintPages(file("pages.png"), next, asOf, m_session), geo::Error);
}

TEST_F(PaintFile, writesWordsThatCanBeFoundAgain) {
    if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
    const std::string words = "Lưới VN-2000, k = 0,9999; Tỷ lệ 1:900.000 (ha) ≥ 55% Tủa Sín Chải − Ủ";
    const styles::Page page{{1754, 1240}, 150, "", [&](styles::Canvas& canvas, const styles::TextMeasure&) {
                                canvas.text(words, {100, 100}, {20, {}, {}, {}});
                            }};
    styles::paintFile(file("words.pdf"), page, asOf, m_session);

    const auto read = "pdftotext " + file("words.pdf").string() + " " + file("words.txt").string();
    ASSERT_EQ(std::system(read.c_str()), 0);
    EXPECT_THAT(contentOf(file("words.txt")), testing::StartsWith(words + "\n"));
}

TEST(PaintSession, namesTheFontFileThatIsMissing) {
    try {
        const styles::PaintSession session({"/nowhere/Inter.otf"});
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.message(),
                  (geo::Message{"paint.font-missing",
                                {{"path", "/nowhere/Inter.otf"}, {"package", "fonts-inter"}}}));
    }
}

TEST(PaintSession, cannotPaintOnceMovedAway) {
    styles::PaintSession first;
    const styles::PaintSession second = std::move(first);

    EXPECT_EQ(second.fontFamily(), "Inter");
    EXPECT_THROW(styles::makeTextMeasure(first), geo::Error);
}

TEST(PdfDates, moveNoByte) {
    const std::string pdf = "<< /CreationDate (D:20261122101112+07'00') >> tail";
    const std::string fixed = styles::withFixedDates(pdf, asOf);

    EXPECT_EQ(fixed, "<< /CreationDate (D:20231231000000Z00'00') >> tail");
    EXPECT_EQ(fixed.size(), pdf.size());
}
