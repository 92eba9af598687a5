// SPDX-License-Identifier: Apache-2.0
// What goes wrong with files and disks: a word in the window, nothing lost.
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <fstream>
#include <random>

#include "app/desktop/field_window.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/jobs/field_book.hpp"
#include "app/jobs/workspace_view.hpp"
#include "tests/app/desktop/window_stage.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

namespace fs = std::filesystem;

fs::path wholeWorkspace() {
    static const auto whole = office::Desk::whole();
    return whole.project().workspace;
}

std::string startFault(stage::Window& window) {
    auto* const fault = window.find<QLabel>("fault");
    return fault->isVisible() ? fault->text().toStdString() : std::string();
}

std::string message(stage::Window& window) { return window.find<QLabel>("message")->text().toStdString(); }

app::JobDialog* dialogOf(stage::Window& window) { return static_cast<app::JobDialog*>(window.find<QDialog>("job")); }

void press(app::JobDialog& dialog, QPushButton& button) {
    button.click();
    EXPECT_TRUE(stage::waitFor([&] { return !dialog.isBusy(); }));
}

void dismiss(app::JobDialog& dialog) {
    dialog.reject();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

std::string faultOf(app::JobDialog& dialog) {
    std::string text;
    for (const QLabel* const label : dialog.findChildren<QLabel*>()) {
        if (label->property("role").toString() == "fault" && label->isVisibleTo(&dialog)) text += label->text().toStdString();
    }
    return text;
}

/// Figures of many units, so that a change needs room.
void writeTable(const fs::path& file, int rows) {
    std::ofstream out(file);
    out << "code,name,indicator,period,numerator,denominator\n";
    for (int i = 0; i < rows; ++i)
        out << "03388,Phường Đoàn Kết,waste-urban," << 1900 + i % 120 << "," << i % 90 << ",100\n";
}

std::string receiverAtRest() {
    const auto sentence = [](const std::string& body) {
        unsigned sum = 0;
        for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
        char text[8];
        std::snprintf(text, sizeof text, "*%02X", sum);
        return "$" + body + text + "\r\n";
    };
    return sentence("GPGGA,080000.00,2223.7840,N,10327.4920,E,1,09,0.8,950.0,M,-28.0,M,,") +
           sentence("GPRMC,080000.00,A,2223.7840,N,10327.4920,E,0.0,0.0,301126,,,A");
}

layers::FieldPoint pointNamed(const std::string& name) {
    layers::FieldPoint point;
    point.lonLat_deg = {103.4, 22.3};
    point.time = "2026-11-30T08:00:00Z";
    point.name = name;
    return point;
}

/// A file system of a few megabytes; nothing where one may not be mounted.
class SmallDisk {
  public:
    explicit SmallDisk(std::uintmax_t bytes) {
        m_isMounted = mount("tmpfs", m_folder.path().c_str(), "tmpfs", 0, ("size=" + std::to_string(bytes)).c_str()) == 0;
    }
    ~SmallDisk() {
        if (m_isMounted) umount2(m_folder.path().c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_isMounted; }
    fs::path operator/(const std::string& name) const { return m_folder / name; }
    /// Leaves so many bytes free.
    void fill(std::uintmax_t left) const {
        struct statvfs room {};
        ASSERT_EQ(statvfs(m_folder.path().c_str(), &room), 0);
        const std::uintmax_t free = room.f_bavail * room.f_bsize;
        ASSERT_GT(free, left);
        std::ofstream(m_folder / "filler", std::ios::binary) << std::string(free - left, '0');
    }
    void empty() const { fs::remove(m_folder / "filler"); }

  private:
    office::Folder m_folder;
    bool m_isMounted = false;
};

}  // namespace

TEST(Trouble, aWorkspaceCutAnywhereIsToldAndLeftAsItIs) {
    stage::Window window;
    const std::string whole = office::bytesOf(wholeWorkspace());
    const auto file = window / "cut.khoanh";
    for (const std::size_t size : {std::size_t{0}, std::size_t{15}, std::size_t{100}, std::size_t{4096}, whole.size() / 3,
                                   whole.size() - 4096}) {
        office::writeBytes(file, whole.substr(0, size));
        window.open(file);
        const std::string said = startFault(window) + message(window);
        EXPECT_NE(said.find("cut.khoanh"), std::string::npos) << size << ": " << said;
        EXPECT_EQ(fs::file_size(file), size);
        window->action("close")->trigger();
    }
}

TEST(Trouble, aWorkspaceWithDamagedPagesNeverTakesTheWindowDown) {
    stage::Window window;
    const std::string whole = office::bytesOf(wholeWorkspace());
    std::mt19937 dice(5);
    for (int round = 0; round < 6; ++round) {
        std::string damaged = whole;
        for (int i = 0; i < 40; ++i) {
            const std::size_t page = 1 + dice() % (damaged.size() / 4096 - 1);
            for (std::size_t byte = 0; byte < 64; ++byte) damaged[page * 4096 + byte] = static_cast<char>(dice());
        }
        const auto file = window / ("damaged" + std::to_string(round) + ".khoanh");
        office::writeBytes(file, damaged);
        window.open(file);
        if (window->project().workspace == file) {
            for (const char* theme : {"forest-cover", "waste-urban", "wastewater"}) window.showTheme(theme);
        } else {
            EXPECT_NE(startFault(window), "") << round;
        }
        EXPECT_EQ(office::bytesOf(wholeWorkspace()).size(), whole.size());
    }
}

TEST(Trouble, aDatabaseOfSomethingElseIsNoWorkspace) {
    stage::Window window;
    const auto file = window / "other.khoanh";
    const std::string command = "sqlite3 '" + file.string() + "' 'CREATE TABLE t (a); INSERT INTO t VALUES (1)'";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "sqlite3 is not installed";
    const std::string before = office::bytesOf(file);
    window.open(file);
    EXPECT_NE(startFault(window).find("other.khoanh"), std::string::npos) << startFault(window);
    EXPECT_EQ(office::bytesOf(file), before);
}

TEST(Trouble, aWorkspaceOfANewerProgramIsRefusedInWords) {
    stage::Window window;
    const auto file = window / "newer.khoanh";
    fs::copy_file(wholeWorkspace(), file);
    if (std::system(("sqlite3 '" + file.string() + "' 'PRAGMA user_version = 999'").c_str()) != 0)
        GTEST_SKIP() << "sqlite3 is not installed";
    window.open(file);
    EXPECT_NE(startFault(window).find("999"), std::string::npos) << startFault(window);
}

TEST(Trouble, aWorkspaceThatVanishesIsToldByWhateverIsDoneNextAndTakenUpWhenItIsBack) {
    stage::Window window;
    window.openCopy();
    const fs::path file = window->project().workspace;
    const app::Project before = window->project();
    fs::rename(file, window / "elsewhere");

    window.showTheme("waste-urban");
    EXPECT_NE(message(window).find("lai-chau.khoanh"), std::string::npos) << message(window);
    const auto table = window / "chi_tieu_2026.csv";
    writeTable(table, 3);
    window->takeFiles({app::textOf(table)});
    app::JobDialog* dialog = dialogOf(window);
    press(*dialog, dialog->previewButton());
    EXPECT_NE(faultOf(*dialog).find("lai-chau.khoanh"), std::string::npos) << faultOf(*dialog);
    dismiss(*dialog);
    // Nothing was put in its place.
    EXPECT_FALSE(fs::exists(file));
    window->page().map().zoomBy(2);
    EXPECT_TRUE(window.settle());

    fs::rename(window / "elsewhere", file);
    window.showTheme("waste-urban");
    EXPECT_EQ(window->wish().theme, "waste-urban");
    EXPECT_EQ(app::openProject(file).imports, before.imports);
}

TEST(Trouble, aFieldBookThatCannotBeWrittenKeepsWhatWasTyped) {
    stage::Window window;
    window.openCopy();
    app::FieldWindow field(window.desk());
    field.setProject(window->project());
    const auto log = window / "receiver.nmea";
    office::writeBytes(log, receiverAtRest());
    field.connectTo(app::textOf(log), 1);
    ASSERT_TRUE(stage::waitFor([&] { return field.fix() && field.isReady(); }));
    auto* const name = field.findChild<QLineEdit*>("field.name");
    name->setText("Bãi rác");
    // A folder in the table's place.
    const auto book = app::fieldBookPath(window->project().workspace, {2026, 11, 30});
    fs::create_directory(book);
    field.recordPoint();
    EXPECT_NE(field.newsText().toStdString().find(book.filename().string()), std::string::npos) << field.newsText().toStdString();
    EXPECT_EQ(name->text(), "Bãi rác");
    fs::remove(book);
    field.recordPoint();
    EXPECT_EQ(app::countInFieldBook(book), 1u);
}

TEST(Trouble, aFullDiskIsToldAndTheWorkspaceStaysWhole) {
    const SmallDisk disk(fs::file_size(wholeWorkspace()) + 24'000'000);
    if (!disk.isMounted()) GTEST_SKIP() << "no file system may be mounted here";
    const auto file = disk / "lai-chau.khoanh";
    fs::copy_file(wholeWorkspace(), file);
    stage::Window window;
    window.open(file);
    const app::Project before = app::openProject(file);
    const auto table = window / "chi_tieu_2026.csv";
    writeTable(table, 4000);
    window->takeFiles({app::textOf(table)});
    app::JobDialog* dialog = dialogOf(window);
    press(*dialog, dialog->previewButton());
    disk.fill(60'000);
    press(*dialog, dialog->workButton());
    EXPECT_NE(faultOf(*dialog).find("ết chỗ"), std::string::npos) << faultOf(*dialog);
    EXPECT_EQ(app::openProject(file), before);

    // Room made, the same dialog does the same work.
    disk.empty();
    ASSERT_TRUE(dialog->workButton().isEnabled());
    press(*dialog, dialog->workButton());
    EXPECT_EQ(faultOf(*dialog), "");
    dismiss(*dialog);
    window.settle();
    EXPECT_NE(app::openProject(file).imports, before.imports);
}

TEST(Trouble, aFullDiskLeavesTheOldMapAndTheOldPoints) {
    const SmallDisk disk(fs::file_size(wholeWorkspace()) + 8'000'000);
    if (!disk.isMounted()) GTEST_SKIP() << "no file system may be mounted here";
    const auto file = disk / "lai-chau.khoanh";
    fs::copy_file(wholeWorkspace(), file);
    stage::Window window;
    window.open(file);
    const auto map = disk / "map.png";
    office::writeBytes(map, "the old map");
    const auto book = app::fieldBookPath(file, {2026, 11, 30});
    app::addToFieldBook(book, pointNamed("P1"));
    const std::string points = office::bytesOf(book);
    disk.fill(0);

    window->action("export-map")->trigger();
    app::JobDialog* const dialog = dialogOf(window);
    dialog->findChild<QLineEdit*>("file")->setText(app::textOf(map));
    press(*dialog, dialog->workButton());
    EXPECT_NE(faultOf(*dialog).find("ết chỗ"), std::string::npos) << faultOf(*dialog);
    EXPECT_EQ(office::bytesOf(map), "the old map");
    dismiss(*dialog);
    const auto fault = office::errorOf([&] { app::addToFieldBook(book, pointNamed("P2")); });
    EXPECT_NE(office::words().sentence(fault).find("ết chỗ"), std::string::npos) << office::words().sentence(fault);
    EXPECT_EQ(office::bytesOf(book), points);
}
