// SPDX-License-Identifier: Apache-2.0
// composeMap() on a painter of the printer.
#include "app/desktop/map_print.hpp"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>

#include "geo/base/error.hpp"
#include "styles/map/compose_map.hpp"
#include "styles/paint/qt_canvas.hpp"

namespace app {
namespace {

std::string nameOf(const QPrinter& printer) {
    const QString name =
        printer.outputFileName().isEmpty() ? printer.printerName() : printer.outputFileName();
    return name.toStdString();
}

/// The page turned as the sheet is, each dot of the sheet as large as paper and margins let it be.
void paint(const styles::MapSheet& sheet, QPrinter& printer, const styles::PaintSession& session) {
    QPainter painter;
    if (!painter.begin(&printer))
        throw geo::Error(geo::ErrorKind::Refused, "desktop.not-printed", {{"printer", nameOf(printer)}});
    const QRectF room(QPointF(), painter.viewport().size());
    const double factor = std::min(room.width() / sheet.size.width, room.height() / sheet.size.height);
    painter.translate((room.width() - sheet.size.width * factor) / 2,
                      (room.height() - sheet.size.height * factor) / 2);
    painter.scale(factor, factor);
    const auto canvas = styles::makeCanvas(painter, session);
    const auto measure = styles::makeTextMeasure(session);
    styles::composeMap(sheet, *canvas, *measure);
    if (!painter.end())
        throw geo::Error(geo::ErrorKind::Refused, "desktop.not-printed", {{"printer", nameOf(printer)}});
}

}  // namespace

std::shared_ptr<QPrinter> askForPrinter(QWidget* window) {
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    QPrintDialog dialog(printer.get(), window);
    return dialog.exec() == QDialog::Accepted ? printer : nullptr;
}

Outcome printMap(const Project& project, const MapRequest& request, const MapTools& tools,
                 const std::shared_ptr<QPrinter>& printer, geo::Progress& progress) {
    const PreparedMap prepared = prepareMap(project, request, tools.words, progress);
    progress.step("map.drawing");
    paint(prepared.sheet, *printer, tools.session);
    Outcome outcome{.verb = "map", .project = prepared.project, .findings = prepared.findings};
    outcome.summary = {{"desktop.printed", {{"printer", nameOf(*printer)}}}};
    return outcome;
}

}  // namespace app
