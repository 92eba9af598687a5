// SPDX-License-Identifier: Apache-2.0
// Maps and data out of the window into files.
#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QStandardPaths>
#include <set>

#include "app/desktop/form_fields.hpp"
#include "app/desktop/job_desk.hpp"
#include "app/jobs/export.hpp"
#include "app/jobs/map.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

constexpr styles::SizePx a4{1754, 1240};
constexpr styles::SizePx a3{2480, 1754};
constexpr styles::SizePx screen{1920, 1200};

styles::SizePx sizeNamed(const std::string& word) { return word == "a4" ? a4 : word == "a3" ? a3 : screen; }

QString folderOfDocuments() { return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation); }

QString proposedFile(const JobGround& ground, const char* extension) {
    const QString year = ground.year ? "-" + QString::number(*ground.year) : QString();
    const QString name = toQt(ground.wish.theme) + "-" + toQt(layers::wordOf(ground.level.level)) + year;
    return QDir(folderOfDocuments()).filePath(name + extension);
}

/// The file a form names. Errors: Usage `desktop.file-missing`.
std::filesystem::path requireFile(const QLineEdit& line) {
    const QString text = line.text().trimmed();
    if (text.isEmpty()) throw geo::Error(geo::ErrorKind::Usage, "desktop.file-missing");
    return pathOf(text);
}

ComputeRequest figuresOf(const JobGround& ground) {
    ComputeRequest figures;
    figures.indicator = ground.indicator;
    figures.level = ground.level.level;
    if (layers::isAdministrative(ground.level.level)) figures.unitsOn = ground.level.unitsOn;
    figures.period = ground.year;
    return figures;
}

/// A check box for each sort of layer, with its name for ExportRequest.
std::vector<QCheckBox*> layerBoxes(const Project& project, const Desk& desk, QGridLayout& grid) {
    std::vector<QCheckBox*> boxes;
    std::set<std::string> kinds;
    for (const OverlayChoice& choice : overlayChoices(project)) {
        const std::string kind = layers::wordOf(choice.kind);
        if (!kinds.insert(kind).second) continue;
        auto* const box = new QCheckBox(capitalised(desk.word(kind)));
        box->setProperty("kind", toQt(kind));
        const int at = static_cast<int>(boxes.size());
        grid.addWidget(box, at / 3, at % 3);
        boxes.push_back(box);
    }
    return boxes;
}

std::vector<std::string> checkedKinds(const std::vector<QCheckBox*>& boxes) {
    std::vector<std::string> kinds;
    for (const QCheckBox* const box : boxes) {
        if (box->isChecked()) kinds.push_back(box->property("kind").toString().toStdString());
    }
    return kinds;
}

}  // namespace

JobDialog* JobDesk::exportMap(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.export-map"));
    QLineEdit* file = nullptr;
    QWidget* const field = fileField(file, m_desk, [this, dialog] {
        return QFileDialog::getSaveFileName(dialog, m_desk.sentence("desktop.export-map"), {},
                                            "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)");
    });
    file->setObjectName("file");
    file->setText(proposedFile(ground, ".pdf"));
    auto* const size = choiceField({{"a4", m_desk.sentence("desktop.page-a4")},
                                    {"a3", m_desk.sentence("desktop.page-a3")},
                                    {"screen", m_desk.sentence("desktop.page-screen")}});
    auto* const part = choiceField({{"all", m_desk.sentence("desktop.extent-all")},
                                    {"view", m_desk.sentence("desktop.extent-view")}});
    if (ground.isPart) choose(*part, "view");
    dialog->form().addRow(m_desk.sentence("desktop.file"), field);
    dialog->form().addRow(m_desk.sentence("desktop.page"), size);
    dialog->form().addRow(m_desk.sentence("desktop.extent"), part);
    dialog->setWork(m_desk.sentence("desktop.export-do"), [this, ground, file, size, part]() -> JobDialog::Work {
        MapRequest request;
        request.theme = ground.wish.theme;
        request.figures = figuresOf(ground);
        request.out = requireFile(*file);
        request.themesFolder = m_desk.dataFolder / "themes";
        request.size = sizeNamed(chosen(*size));
        if (chosen(*part) == "view") request.extent = ground.extent;
        request.classing = ground.wish.classing;
        return [project = ground.project, request, &desk = m_desk](geo::Progress& progress) {
            return drawMap(project, request, {desk.words, *desk.session}, progress);
        };
    });
    return dialog;
}

JobDialog* JobDesk::exportData(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.export-data"));
    auto* const grid = new QGridLayout;
    auto* const what = choiceField({{"figures", m_desk.sentence("desktop.export-figures")},
                                    {"findings", m_desk.sentence("desktop.export-findings")},
                                    {"layers", m_desk.sentence("desktop.export-layers")}});
    const auto boxes = layerBoxes(ground.project, m_desk, *grid);
    auto* const boxArea = new QWidget;
    boxArea->setLayout(grid);
    boxArea->setEnabled(false);
    QLineEdit* file = nullptr;
    QWidget* const field = fileField(file, m_desk, [this, dialog] {
        return QFileDialog::getSaveFileName(
            dialog, m_desk.sentence("desktop.export-data"), {},
            "Excel (*.xlsx);;CSV (*.csv);;GeoPackage (*.gpkg);;Shapefile (*.shp);;GeoJSON (*.geojson)");
    });
    file->setObjectName("file");
    file->setText(proposedFile(ground, ".xlsx"));
    QObject::connect(what, &QComboBox::currentTextChanged, dialog, [what, boxArea, file, ground] {
        const bool isLayers = chosen(*what) == "layers";
        boxArea->setEnabled(isLayers);
        file->setText(proposedFile(ground, isLayers ? ".gpkg" : ".xlsx"));
    });
    dialog->form().addRow(m_desk.sentence("desktop.export-what"), what);
    dialog->form().addRow(m_desk.sentence("desktop.layers"), boxArea);
    dialog->form().addRow(m_desk.sentence("desktop.file"), field);
    dialog->setWork(m_desk.sentence("desktop.export-do"), [this, ground, what, boxes, file]() -> JobDialog::Work {
        ExportRequest request;
        request.out = requireFile(*file);
        request.figures = figuresOf(ground);
        request.isByUnit = chosen(*what) == "figures";
        if (chosen(*what) == "findings") request.layers = {"findings"};
        if (chosen(*what) == "layers") request.layers = checkedKinds(boxes);
        request.themesFolder = m_desk.dataFolder / "themes";
        return [project = ground.project, request, &words = m_desk.words](geo::Progress& progress) {
            return exportFiles(project, request, words, progress);
        };
    });
    return dialog;
}

}  // namespace app
