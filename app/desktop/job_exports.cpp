// SPDX-License-Identifier: Apache-2.0
// Data out of the window into files.
#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <set>

#include "app/desktop/form_fields.hpp"
#include "app/desktop/map_form.hpp"
#include "app/jobs/export.hpp"

namespace app {
namespace {

/// A check box for each sort of layer, with its name for ExportRequest.
std::vector<QCheckBox*> layerBoxes(const std::vector<OverlayChoice>& overlays, const Desk& desk, QGridLayout& grid) {
    std::vector<QCheckBox*> boxes;
    std::set<std::string> kinds;
    for (const OverlayChoice& choice : overlays) {
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

JobDialog* JobDesk::exportData(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.export-data"), "tables");
    auto* const grid = new QGridLayout;
    auto* const what = choiceField({{"figures", m_desk.sentence("desktop.export-figures")},
                                    {"findings", m_desk.sentence("desktop.export-findings")},
                                    {"layers", m_desk.sentence("desktop.export-layers")}});
    const auto boxes = layerBoxes(ground.overlays, m_desk, *grid);
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
