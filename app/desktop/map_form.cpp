// SPDX-License-Identifier: Apache-2.0
// What is drawn, on which paper, with which grid.
#include "app/desktop/map_form.hpp"

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <algorithm>

#include "app/desktop/choice_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

constexpr double paperResolution = 150;
constexpr styles::SizePx a4{1754, 1240};
constexpr styles::SizePx a3{2480, 1754};
constexpr styles::SizePx screen{1920, 1200};
/// More panels than this are too small to read on one page.
constexpr std::size_t mostPanels = 12;

styles::SizePx paperSize(const std::string& word, bool isUpright) {
    const styles::SizePx size = word == "a3" ? a3 : a4;
    return isUpright ? styles::SizePx{size.height, size.width} : size;
}

/// Amounts that circles can stand for: the terms of a share, under the names their indicator gives them.
QString termName(const std::string& indicator, FigureTerm term, const Desk& desk) {
    const std::string own = "column." + indicator + "-" + wordOf(term);
    return desk.sentence(desk.words.knows(own) ? own : "column." + wordOf(term));
}

}  // namespace

ComputeRequest figuresOf(const JobGround& ground) {
    ComputeRequest figures;
    figures.indicator = ground.indicator;
    figures.level = ground.level.level;
    if (layers::isAdministrative(ground.level.level)) figures.unitsOn = ground.level.unitsOn;
    figures.period = ground.year;
    return figures;
}

QString proposedFile(const JobGround& ground, const QString& extension) {
    const QString year = ground.year ? "-" + QString::number(*ground.year) : QString();
    const QString name = toQt(ground.wish.theme) + "-" + toQt(layers::wordOf(ground.level.level)) + year;
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(name + extension);
}

std::filesystem::path requireFile(const QLineEdit& line) {
    const QString text = line.text().trimmed();
    if (text.isEmpty()) throw geo::Error(geo::ErrorKind::Usage, "desktop.file-missing");
    return pathOf(text);
}

MapForm::MapForm(const Desk& desk, const JobGround& ground, QDialog& dialog)
    : QObject(&dialog), m_desk(desk), m_ground(ground), m_dialog(dialog) {
    m_fileField = fileField(m_file, desk, [this] {
        return QFileDialog::getSaveFileName(
            &m_dialog, m_desk.sentence("desktop.export-map"), m_file->text(),
            isAtlas() ? "PDF (*.pdf)" : "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)");
    });
    m_file->setObjectName("file");
    addKinds();
    m_years = yearBoxes();
    m_since = new ChoiceBox;
    for (const int year : ground.choices.years)
        if (!ground.year || year < *ground.year) m_since->addItem(QString::number(year), year);
    m_size = choiceField({{"a4", "A4"}, {"a3", "A3"}, {"screen", desk.sentence("desktop.page-screen")}});
    m_orientation = choiceField({{"landscape", desk.sentence("desktop.page-landscape")},
                                 {"portrait", desk.sentence("desktop.page-portrait")}});
    m_grid = choiceField({{"", desk.sentence("desktop.grid-default")},
                          {"vn2000", desk.sentence("desktop.grid-vn2000")},
                          {"graticule", desk.sentence("desktop.grid-graticule")},
                          {"none", desk.sentence("desktop.grid-none")}});
    m_part = choiceField(
        {{"all", desk.sentence("desktop.extent-all")}, {"view", desk.sentence("desktop.extent-view")}});
    if (ground.isPart) choose(*m_part, "view");
    m_kind->setObjectName("mapKind");
    m_size->setObjectName("pageSize");
    m_orientation->setObjectName("pageOrientation");
    m_grid->setObjectName("pageGrid");
    for (QComboBox* const box : {m_kind, m_size})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { follow(); });
}

/// Other kinds of map show figures of units, of several years where there are several.
void MapForm::addKinds() {
    std::vector<std::pair<std::string, QString>> kinds{{"map", m_desk.sentence("desktop.kind-map")}};
    if (layers::isAdministrative(m_ground.level.level))
        kinds.emplace_back("atlas", m_desk.sentence("desktop.kind-atlas"));
    const auto& years = m_ground.choices.years;
    const bool isOfUnits = !m_ground.isOfPlaces;
    if (isOfUnits && years.size() > 1) kinds.emplace_back("years", m_desk.sentence("desktop.kind-years"));
    if (isOfUnits && m_ground.year && !years.empty() && years.front() < *m_ground.year)
        kinds.emplace_back("since", m_desk.sentence("desktop.kind-since"));
    if (isOfUnits)
        for (const FigureTerm term : {FigureTerm::Numerator, FigureTerm::Denominator})
            kinds.emplace_back(wordOf(term), m_desk.sentence("desktop.kind-circles") + ": " +
                                                 termName(m_ground.indicator, term, m_desk));
    m_kind = choiceField(kinds);
}

QWidget* MapForm::yearBoxes() {
    auto* const field = new QWidget;
    auto* const row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    const auto& years = m_ground.choices.years;
    for (const int year : years) {
        auto* const box = new QCheckBox(QString::number(year));
        box->setChecked(years.size() <= mostPanels || year > years.back() - static_cast<int>(mostPanels));
        row->addWidget(box);
        m_yearBoxes.push_back(box);
    }
    row->addStretch();
    return field;
}

void MapForm::addTo(QFormLayout& form) {
    m_form = &form;
    form.addRow(m_desk.sentence("desktop.kind"), m_kind);
    form.addRow(m_desk.sentence("desktop.kind-years-of"), m_years);
    form.addRow(m_desk.sentence("desktop.kind-since-year"), m_since);
    form.addRow(m_desk.sentence("desktop.extent"), m_part);
    form.addRow(m_desk.sentence("desktop.page"), m_size);
    form.addRow(m_desk.sentence("desktop.orientation"), m_orientation);
    form.addRow(m_desk.sentence("desktop.grid"), m_grid);
    form.addRow(m_desk.sentence("desktop.file"), m_fileField);
    follow();
}

/// Fields that say nothing of the kind chosen are left out or greyed; a file nobody renamed takes its name from it.
void MapForm::follow() {
    const std::string kind = chosen(*m_kind);
    const bool isPaper = chosen(*m_size) != "screen" || isAtlas();
    m_form->setRowVisible(m_years, kind == "years");
    m_form->setRowVisible(m_since, kind == "since");
    m_part->setEnabled(!isAtlas());
    m_orientation->setEnabled(isPaper);
    m_grid->setEnabled(isPaper && kind != "years");
    const QString suffix = kind == "map" ? QString() : "-" + toQt(kind);
    const QString proposed = proposedFile(m_ground, suffix + (isPaper ? ".pdf" : ".png"));
    if (m_file->text() == m_proposed) m_file->setText(proposed);
    m_proposed = proposed;
}

bool MapForm::isAtlas() const { return chosen(*m_kind) == "atlas"; }

std::vector<int> MapForm::checkedYears() const {
    std::vector<int> years;
    for (const QCheckBox* const box : m_yearBoxes)
        if (box->isChecked()) years.push_back(box->text().toInt());
    if (years.size() < 2 || years.size() > mostPanels)
        throw geo::Error(geo::ErrorKind::Usage, "desktop.years-two",
                         {{"most", static_cast<std::int64_t>(mostPanels)}});
    return years;
}

MapRequest MapForm::requestOnPage() const {
    MapRequest request;
    request.theme = m_ground.wish.theme;
    request.themeFile = m_ground.wish.themeFile;
    request.figures = figuresOf(m_ground);
    request.themesFolder = m_desk.dataFolder / "themes";
    request.classing = m_ground.wish.classing;
    request.size = paperSize(chosen(*m_size), chosen(*m_orientation) == "portrait");
    request.page = {true, paperResolution, parseGridKind(chosen(*m_grid))};
    if (chosen(*m_part) == "view" && !isAtlas()) request.extent = m_ground.extent;
    const std::string kind = chosen(*m_kind);
    if (kind == "years") request.years = checkedYears();
    if (kind == "since") request.since = m_since->currentData().toInt();
    request.symbols = parseFigureTerm(kind);
    if (kind == "years") request.figures.period.reset();
    return request;
}

MapRequest MapForm::pageRequest() const { return requestOnPage(); }

MapRequest MapForm::request() const {
    MapRequest request = requestOnPage();
    request.out = requireFile(*m_file);
    if (isAtlas() || chosen(*m_size) != "screen") return request;
    request.size = screen;
    request.page = PageWish{};
    return request;
}

}  // namespace app
