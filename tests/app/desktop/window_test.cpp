// SPDX-License-Identifier: Apache-2.0
// The window driven as a person drives it.
#include <gtest/gtest.h>

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <fstream>
#include <set>
#include <stdexcept>

#include "app/desktop/application.hpp"
#include "app/desktop/field_window.hpp"
#include "app/desktop/find_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/desktop/place_card.hpp"
#include "app/desktop/row_table.hpp"
#include "app/desktop/theme_tabs.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/window_hands.hpp"
#include "tests/app/jobs/office.hpp"

using stage::click;
using stage::dialogOf;
using stage::drag;
using stage::finish;
using stage::somewhereIn;

namespace {

std::size_t coloursIn(QWidget& widget) {
    const QImage image = widget.grab().toImage();
    std::set<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

}  // namespace

TEST(Window, showsEveryThemeWithMapFiguresAndLedger) {
    stage::Window window;
    window.openCopy();
    for (const app::ThemeTab& tab : app::themeTabs()) {
        for (const std::string& theme : tab.themes) {
            window.showTheme(theme);
            EXPECT_EQ(window->wish().theme, theme);
            EXPECT_GT(coloursIn(window->page().map()), 20u) << theme;
            EXPECT_GT(static_cast<app::RowTable*>(window.find<QTableView>("figureTable"))->rowCount(), 0) << theme;
            EXPECT_EQ(window.find<QLabel>("message")->text(), "") << theme;
        }
    }
}

TEST(Window, lightsUpTheSamePlaceEverywhereWhenItIsClickedOnTheMap) {
    stage::Window window;
    window.openCopy();
    app::MapPane& map = window->page().map();
    std::string code;
    const QPointF at = somewhereIn(map, code);
    click(map, at);
    EXPECT_EQ(window->page().selection().state().selected, code);
    auto* const card = window.find<QFrame>("card");
    ASSERT_NE(card, nullptr);
    EXPECT_TRUE(card->isVisible());
    auto* const table = window.find<QTableView>("figureTable");
    EXPECT_EQ(table->selectionModel()->currentIndex().siblingAtColumn(0).data().toString().toStdString(), code);
}

TEST(Window, closesTheCardWhenTheMapIsClickedOffAllUnits) {
    stage::Window window;
    window.openCopy();
    app::MapPane& map = window->page().map();
    std::string code;
    click(map, somewhereIn(map, code));
    click(map, QPointF(3, 3));
    EXPECT_EQ(window->page().selection().state().selected, "");
    EXPECT_FALSE(window.find<QFrame>("card")->isVisible());
}

TEST(Window, showsThePictureKeptWhileTheTrueOneIsPainted) {
    stage::Window window;
    window.openCopy();
    app::MapPane& map = window->page().map();
    const QPointF middle = map.rect().center();
    drag(map, middle, middle + QPointF(90, 40));
    EXPECT_FALSE(map.isSettled());
    EXPECT_GT(coloursIn(map), 20u);
    EXPECT_TRUE(window.settle());
    EXPECT_GT(coloursIn(map), 20u);
}

TEST(Window, comesNearerToABoxDrawnWithShift) {
    stage::Window window;
    window.openCopy();
    app::MapPane& map = window->page().map();
    const double before = map.camera().metresPerPoint();
    const QPointF middle = map.rect().center();
    const geo::Coordinate wanted = map.camera().toPlane(middle);
    drag(map, middle - QPointF(50, 40), middle + QPointF(50, 40), Qt::ShiftModifier);
    EXPECT_LT(map.camera().metresPerPoint(), before / 2);
    EXPECT_NEAR(map.camera().centre().x, wanted.x, before);
    EXPECT_TRUE(window->page().map().isPart());
}

TEST(Window, findsAPlaceTypedWithoutAccents) {
    stage::Window window;
    window.openCopy();
    auto* const box = window.find<QLineEdit>("findBox");
    box->setText("bum to");
    emit box->textEdited("bum to");
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(box, &enter);
    EXPECT_EQ(box->text().toStdString().find("Bum Tở") != std::string::npos, true) << box->text().toStdString();
    EXPECT_NE(window->page().selection().state().selected, "");
}

TEST(Window, writesTheMapItShows) {
    stage::Window window;
    window.openCopy();
    window->action("export-map")->trigger();
    app::JobDialog* const dialog = dialogOf(window);
    ASSERT_NE(dialog, nullptr);
    const auto file = window / "map.png";
    dialog->findChild<QLineEdit*>("file")->setText(app::textOf(file));
    dialog->workButton().click();
    finish(*dialog);
    EXPECT_GT(std::filesystem::file_size(file), 20'000u);
    dialog->reject();
}

TEST(Window, previewsAnImportBeforeItKeepsItAndTakesItBackByUndo) {
    stage::Window window;
    window.openCopy();
    const app::Project before = window->project();
    const auto file = window / "chi_tieu_2026.csv";
    std::ofstream(file) << "code,name,indicator,period,numerator,denominator\n03388,Phường Đoàn Kết,waste-urban,2026,90,100\n";
    window->takeFiles({app::textOf(file)});
    app::JobDialog* dialog = dialogOf(window);
    ASSERT_NE(dialog, nullptr);
    EXPECT_FALSE(dialog->workButton().isEnabled());
    dialog->previewButton().click();
    finish(*dialog);
    EXPECT_EQ(app::openProject(before.workspace), before);
    EXPECT_TRUE(dialog->workButton().isEnabled());
    dialog->workButton().click();
    finish(*dialog);
    window.settle();
    dialog->reject();
    EXPECT_NE(app::openProject(before.workspace), before);
    ASSERT_TRUE(window->action("undo")->isEnabled());
    window->action("undo")->trigger();
    window.settle();
    EXPECT_EQ(app::openProject(before.workspace).layers, before.layers);
    EXPECT_TRUE(window->action("redo")->isEnabled());
}

TEST(Window, saysInWordsWhyAFileCannotBeOpened) {
    stage::Window window;
    const auto file = window / "broken.khoanh";
    std::ofstream(file) << "this is no database";
    window.open(file);
    auto* const fault = window.find<QLabel>("fault");
    EXPECT_TRUE(fault->isVisible());
    EXPECT_NE(fault->text().toStdString().find("broken.khoanh"), std::string::npos) << fault->text().toStdString();
    window.open(window / "gone.khoanh");
    EXPECT_NE(fault->text().toStdString().find("gone.khoanh"), std::string::npos) << fault->text().toStdString();
}

TEST(Window, saysSoWhenTheFileVanishesUnderIt) {
    stage::Window window;
    window.openCopy();
    std::filesystem::remove(window->project().workspace);
    window.showTheme("waste-urban");
    EXPECT_NE(window.find<QLabel>("message")->text().toStdString().find("lai-chau.khoanh"), std::string::npos);
}

TEST(Window, keepsSayingWhatFailedWhileOtherWorkGoesOn) {
    stage::Window window;
    const auto empty = office::Desk::empty();
    std::filesystem::copy_file(empty.project().workspace, window / "empty.khoanh");
    window.open(window / "empty.khoanh");
    EXPECT_NE(window.find<QLabel>("message")->text(), "");
}

TEST(Window, leavesNothingOfTheWorkspaceShownBefore) {
    stage::Window window;
    window.openCopy();
    window->page().selection().select("03388");
    const auto empty = office::Desk::empty();
    std::filesystem::copy_file(empty.project().workspace, window / "empty.khoanh");

    window.open(window / "empty.khoanh");

    EXPECT_EQ(static_cast<app::RowTable*>(window.find<QTableView>("figureTable"))->rowCount(), 0);
    EXPECT_FALSE(window.find<QFrame>("card")->isVisible());
    app::MapPane& map = window->page().map();
    EXPECT_EQ(map.unitAt(map.camera().toPlane(map.rect().center())), "");
    EXPECT_LT(coloursIn(map), 20u);
}

TEST(Window, leavesNoMarkOfAPlaceOfTheWorkspaceShownBefore) {
    stage::Window window;
    window.openCopy();
    app::MapPane& map = window->page().map();
    map.setMark(map.camera().centre());
    const auto other = window / "other.khoanh";
    std::filesystem::copy_file(window->project().workspace, other);

    window.open(other);

    const QImage opened = map.grab().toImage();
    map.setMark(std::nullopt);
    EXPECT_EQ(map.grab().toImage(), opened);
}

TEST(Window, saysWhatIsMissingWhenNothingCanBeComputed) {
    stage::Window window;
    const auto empty = office::Desk::empty();
    std::filesystem::copy_file(empty.project().workspace, window / "empty.khoanh");
    window.open(window / "empty.khoanh");
    window->action("compute")->trigger();
    app::JobDialog* const dialog = dialogOf(window);
    ASSERT_NE(dialog, nullptr);
    dialog->workButton().click();
    EXPECT_FALSE(dialog->isBusy());
    dialog->reject();
}

TEST(Window, opensItsFormsWhenTheFileHasVanished) {
    stage::Window window;
    window.openCopy();
    std::filesystem::remove(window->project().workspace);
    window->action("export-data")->trigger();
    app::JobDialog* const dialog = dialogOf(window);
    ASSERT_NE(dialog, nullptr);
    EXPECT_FALSE(dialog->findChildren<QCheckBox*>().isEmpty());
    dialog->reject();
}

TEST(Window, staysWhenAnEventIsAnsweredByAFault) {
    stage::Window window;
    auto& application = dynamic_cast<app::Application&>(*qApp);
    std::string heard;
    application.onFault = [&](const std::exception& fault) { heard = fault.what(); };

    QTimer::singleShot(0, qApp, [] { throw std::out_of_range("no such row"); });

    EXPECT_TRUE(stage::waitFor([&] { return !heard.empty(); }));
    EXPECT_EQ(heard, "no such row");
    application.onFault = {};
}

TEST(Window, keepsTheBoxesOfLayersThatLieOnTheMapTicked) {
    stage::Window window;
    window.openCopy();
    window.find<QCheckBox>("layer-rivers")->click();
    window.settle();
    app::Outcome changed;
    changed.project = window->project();
    changed.project.runs.push_back(1'000'000);
    window->jobs().onChanged(changed);
    window.settle();
    EXPECT_TRUE(window.find<QCheckBox>("layer-rivers")->isChecked());
    EXPECT_FALSE(window.find<QCheckBox>("layer-mines")->isChecked());
}

TEST(Window, recordsFieldPointsBesideTheWorkspaceThatIsOpenNow) {
    stage::Window window;
    window.openCopy();
    window->action("field")->trigger();
    const auto other = window / "other.khoanh";
    std::filesystem::copy_file(window->project().workspace, other);
    window.open(other);
    app::FieldWindow* field = nullptr;
    for (QWidget* const widget : QApplication::topLevelWidgets()) {
        if (auto* const found = dynamic_cast<app::FieldWindow*>(widget)) field = found;
    }
    ASSERT_NE(field, nullptr);
    const auto file = window / "track.nmea";
    std::ofstream(file, std::ios::binary)
        << "$GPGGA,080000.00,2223.7840,N,10327.4920,E,1,09,0.8,950.0,M,-28.0,M,,*4C\r\n"
        << "$GPRMC,080000.00,A,2223.7840,N,10327.4920,E,0.0,0.0,301126,,,A*53\r\n";
    field->connectTo(app::textOf(file), 1);
    ASSERT_TRUE(stage::waitFor([&] { return field->fix().has_value(); }));
    field->recordPoint();
    EXPECT_EQ(field->book().filename().string().find("other-"), 0u) << field->book();
}

TEST(Window, namesSystemsInItsLanguageTheWorkspacesOwnAmongThem) {
    stage::Window window(app::Language::English);
    window.openCopy();
    const auto file = window / "chi_tieu_2026.csv";
    std::ofstream(file) << "code,name,indicator,period,numerator,denominator\n03388,Phường Đoàn Kết,waste-urban,2026,90,100\n";
    window->takeFiles({app::textOf(file)});
    app::JobDialog* const dialog = dialogOf(window);
    ASSERT_NE(dialog, nullptr);
    QString offered;
    for (const QComboBox* const box : dialog->findChildren<QComboBox*>())
        for (int i = 0; i < box->count(); ++i) offered += box->itemText(i) + "\n";
    EXPECT_NE(offered.indexOf("EPSG:9205"), -1) << offered.toStdString();
    EXPECT_EQ(offered.indexOf("múi"), -1) << offered.toStdString();
    dialog->reject();
}

TEST(Window, asksForAnotherLookWhenTheFormChangedDuringThePreview) {
    stage::Window window;
    window.openCopy();
    const auto file = window / "chi_tieu_2026.csv";
    std::ofstream(file) << "code,name,indicator,period,numerator,denominator\n03388,Phường Đoàn Kết,waste-urban,2026,90,100\n";
    window->takeFiles({app::textOf(file)});
    app::JobDialog* const dialog = dialogOf(window);
    ASSERT_NE(dialog, nullptr);
    dialog->previewButton().click();
    ASSERT_TRUE(dialog->isBusy());
    dialog->formChanged();
    finish(*dialog);
    EXPECT_FALSE(dialog->workButton().isEnabled());
    dialog->reject();
}

TEST(Window, opensWhereItWas) {
    stage::Window window;
    window.openCopy();
    window.showTheme("targets");
    window->page().map().zoomBy(3);
    window->page().selection().select("03388");
    window->close();
    const auto kept = window.session().viewOf(app::textOf(window->project().workspace));
    EXPECT_EQ(kept.wish.theme, "targets");
    EXPECT_EQ(kept.units, (std::set<std::string>{"03388"}));
    EXPECT_NEAR(kept.metresPerPoint, window->page().map().camera().metresPerPoint(), 1e-9);
    EXPECT_EQ(window.session().openFile(), app::textOf(window->project().workspace));
}

TEST(Window, laysLayersUponTheMapAndTakesThemOff) {
    stage::Window window;
    window.openCopy();
    const std::size_t before = coloursIn(window->page().map());
    auto* const rivers = window.find<QCheckBox>("layer-rivers");
    ASSERT_NE(rivers, nullptr);
    for (const char* name : {"layer-rivers", "layer-mines", "layer-forest"}) {
        window.find<QCheckBox>(name)->click();
        EXPECT_TRUE(window.settle());
    }
    EXPECT_NE(coloursIn(window->page().map()), before);
}
