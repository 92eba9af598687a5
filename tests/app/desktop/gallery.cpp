// SPDX-License-Identifier: Apache-2.0
// Sets scenes and takes pictures of them.
#include "tests/app/desktop/gallery.hpp"

#include <QAction>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>

#include "app/desktop/field_window.hpp"
#include "app/desktop/find_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/job_dialog.hpp"
#include "app/desktop/map_pane.hpp"
#include "app/desktop/names_form.hpp"
#include "app/desktop/stream_card.hpp"
#include "tests/app/desktop/window_stage.hpp"

namespace gallery {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_bytes = 400'000;

/// The commonest colours of a picture as its palette, the rest the nearest of them.
QImage withFewColours(const QImage& picture) {
    std::map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) ++counts[picture.pixel(x, y)];
    }
    std::vector<std::pair<int, QRgb>> byCount;
    for (const auto& [colour, count] : counts) byCount.emplace_back(count, colour);
    std::ranges::sort(byCount, std::ranges::greater());
    QList<QRgb> palette;
    for (std::size_t i = 0; i < std::min<std::size_t>(byCount.size(), 255); ++i) palette << byCount[i].second;
    return picture.convertToFormat(QImage::Format_Indexed8, palette, Qt::ThresholdDither);
}

class Album {
  public:
    explicit Album(fs::path folder) : m_folder(std::move(folder)) { fs::create_directories(m_folder); }

    void take(QWidget& widget, const std::string& name) {
        QApplication::processEvents();
        const QImage image = withFewColours(widget.grab().toImage());
        const fs::path file = m_folder / (name + ".png");
        image.save(app::textOf(file), "PNG", 0);
        const auto bytes = fs::file_size(file);
        std::cout << file.string() << ' ' << bytes / 1024 << " KB\n";
        m_isTooLarge = m_isTooLarge || bytes > largest_bytes;
    }
    bool isTooLarge() const { return m_isTooLarge; }

  private:
    fs::path m_folder;
    bool m_isTooLarge = false;
};

void takeThemes(stage::Window& window, Album& album, const std::string& prefix) {
    for (const char* theme : {"forest-cover", "forest-plots", "wastewater", "outfalls", "waste-models", "waste-rural",
                              "waste-urban", "targets"}) {
        window.showTheme(theme);
        album.take(*window, prefix + theme);
    }
}

void takeTables(stage::Window& window, Album& album) {
    window.showTheme("forest-cover");
    QTabWidget& tables = window->page().tables();
    const std::vector<std::string> names{"table", "findings", "ledger", "tasks"};
    for (int i = 1; i < tables.count(); ++i) {
        tables.setCurrentIndex(i);
        album.take(tables, "panel-" + names[static_cast<std::size_t>(i)]);
    }
    tables.setCurrentIndex(0);
}

void takeDialog(stage::Window& window, Album& album, const std::string& name, bool begins) {
    auto* const dialog = static_cast<app::JobDialog*>(window.find<QDialog>("job"));
    if (dialog == nullptr) return;
    if (begins) dialog->begin();
    stage::waitFor([&] { return !dialog->isBusy(); });
    album.take(*dialog, name);
    dialog->close();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// A table is brought in whose names nobody knows, and one of them answered for.
void takeNames(stage::Window& window, Album& album) {
    const fs::path table = window / "chi_tieu_rac_2026.csv";
    std::ofstream(table) << "ma_xa,ten_xa,huyen,chi_tieu,nam,tu_so,mau_so,don_vi\n"
                            ",Xã Bum Tỏ,,waste-rural,2026,5.2,6.8,tấn/ngày\n"
                            "03391,Xã Lả Nhì Tàng,,waste-rural,2026,1.1,2.0,tấn/ngày\n"
                            ",Xã Mường Xo,,waste-rural,2026,2.1,3.0,tấn/ngày\n";
    window->takeFiles({app::textOf(table)});
    auto* const import = static_cast<app::JobDialog*>(window.find<QDialog>("job"));
    for (QPushButton* const button : {&import->previewButton(), &import->workButton()}) {
        button->click();
        stage::waitFor([&] { return !import->isBusy(); });
    }
    window.settle();
    album.take(*import, "dialog-import-done");
    import->nextButton().click();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* const dialog = static_cast<app::JobDialog*>(window.find<QDialog>("job"));
    auto* const form = static_cast<app::NamesForm*>(dialog->findChild<QScrollArea*>("namesForm"));
    stage::waitFor([&] { return form->isReady(); });
    form->findChildren<QComboBox*>().front()->setCurrentIndex(1);
    takeDialog(window, album, "dialog-names", false);
    window->action("undo")->trigger();
    window.settle();
}

/// The river that carries most, and the supposition that two more outfalls are treated.
void takeStream(stage::Window& window, Album& album) {
    window->page().selection().select({});
    window->page().map().fitAll();
    window.showTheme("wastewater");
    const auto& lines = window->shown()->view.map.sheet.lines;
    const auto largest = std::ranges::max_element(lines, {}, [](const styles::MapLine& line) {
        return line.value && *line.value < 99 ? line.amount : -1;
    });
    app::MapPane& map = window->page().map();
    const geo::Coordinate on = largest->shape.path(0)[largest->shape.path(0).size() / 2];
    map.onClick({}, on);
    window.settle();
    album.take(*window, "stream");
    window->page().streamCard().slider().setValue(3);
    window.settle();
    album.take(*window, "stream-supposed");
    album.take(window->page().streamCard(), "stream-card");
    window->page().streamCard().onClose();
}

void takeBrush(stage::Window& window, Album& album) {
    window.showTheme("forest-cover");
    const auto& figures = window->shown()->view.figures;
    window->page().map().fitAll();
    window->page().selection().brush({figures[3].unitCode, figures[9].unitCode, figures[20].unitCode});
    window.settle();
    album.take(*window, "brushed");
    window->page().selection().select({});
}

void takeDialogs(stage::Window& window, Album& album) {
    window->action("report")->trigger();
    takeDialog(window, album, "dialog-report", true);
    for (const char* name : {"export-map", "export-data", "compute"}) {
        window->action(name)->trigger();
        takeDialog(window, album, std::string("dialog-") + name, false);
    }
    const fs::path table = window / "chi_tieu_2026.csv";
    std::ofstream(table) << "ma_xa,ten_xa,chi_tieu,nam,tu_so,mau_so,don_vi\n"
                            "03388,Phường Đoàn Kết,waste-urban,2026,33.1,37.0,tấn/ngày\n"
                            "03390,Xã Bình Lư,waste-rural,2026,5.2,6.8,tấn/ngày\n"
                            "03391,Xã Lả Nhì Thàng,waste-rural,2026,1.1,2.0,tấn/ngày\n";
    window->takeFiles({app::textOf(table)});
    takeDialog(window, album, "dialog-import", true);
    takeNames(window, album);
    const fs::path points = window / "diem.csv";
    std::ofstream(points) << "ten,kinh_do,vi_do,sai_so_m,ghi_chu\nBãi rác 1,103.4582,22.3964,5,đã đóng cửa\n"
                             "Điểm xả 2,103.2100,22.4300,8,\n";
    window->jobs().checkPoints(window->ground(), app::textOf(points));
    takeDialog(window, album, "dialog-check", true);
    window->action("about")->trigger();
    if (auto* const about = window.find<QDialog>("about")) {
        album.take(*about, "dialog-about");
        about->close();
    }
}

std::string withChecksum(const std::string& body) {
    unsigned sum = 0;
    for (const char letter : body) sum ^= static_cast<unsigned char>(letter);
    char text[8];
    std::snprintf(text, sizeof text, "*%02X", sum);
    return "$" + body + text + "\r\n";
}

void takeField(stage::Window& window, Album& album) {
    const fs::path log = window / "may_thu.nmea";
    std::ofstream file(log, std::ios::binary);
    for (int second = 10; second < 20; ++second) {
        const std::string time = "0800" + std::to_string(second) + ".00";
        file << withChecksum("GPGGA," + time + ",2223.7840,N,10327.4920,E,1,09,0.8,950.0,M,-28.0,M,,");
        file << withChecksum("GPRMC," + time + ",A,2223.7840,N,10327.4920,E,0.0,0.0,301126,,,A");
    }
    file.close();
    app::FieldWindow field(window.desk());
    field.setProject(window->project());
    field.show();
    stage::waitFor([&] { return field.isReady(); });
    album.take(field, "field-waiting");
    field.connectTo(app::textOf(log), 1);
    stage::waitFor([&] { return field.fix().has_value() && !field.isListening(); });
    field.checkPoint();
    album.take(field, "field-verdict");
    field.recordPoint();
    album.take(field, "field-recorded");
}

void takeFind(stage::Window& window, Album& album) {
    auto* const box = window.find<QLineEdit>("findBox");
    box->setText("nam");
    emit box->textEdited("nam");
    QApplication::processEvents();
    for (QWidget* const widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == "findList") album.take(*widget, "find-list");
    }
    box->clear();
    emit box->textEdited({});
}

void takeAt(QSize size, const fs::path& workspace, Album& album, const std::string& prefix) {
    stage::Window window(app::Language::Vietnamese, size);
    if (size.width() < 1400) album.take(*window, "start");
    window.open(workspace);
    if (size.width() < 1400) return takeThemes(window, album, prefix);
    album.take(*window, prefix + "forest-cover");
}

}  // namespace

int make(const fs::path& workspace, const fs::path& folder) {
    Album album(folder);
    takeAt({1280, 720}, workspace, album, "1280-");
    takeAt({1920, 1200}, workspace, album, "1920-");
    {
        stage::Window window(app::Language::Vietnamese, {1440, 900});
        window.open(workspace);
        window->page().selection().select("03463");
        window->page().map().fitUnit("03463");
        window.settle();
        album.take(*window, "card");
        takeTables(window, album);
        takeBrush(window, album);
        takeStream(window, album);
        window.showTheme("forest-cover");
        takeFind(window, album);
        takeDialogs(window, album);
        takeField(window, album);
    }
    {
        stage::Window window(app::Language::English, {1440, 900});
        window.open(workspace);
        album.take(*window, "english");
    }
    stage::application(app::Shade::Dark);
    stage::Window window(app::Language::Vietnamese, {1440, 900});
    window.open(workspace);
    window->page().selection().select("03463");
    window.settle();
    album.take(*window, "dark");
    stage::application(app::Shade::Light);
    return album.isTooLarge() ? 1 : 0;
}

}  // namespace gallery
