// SPDX-License-Identifier: Apache-2.0
// Maps out of the window: into files, onto paper.
#include <QFormLayout>
#include <QPageLayout>
#include <QPrinter>

#include "app/desktop/job_desk.hpp"
#include "app/desktop/map_form.hpp"
#include "app/desktop/map_print.hpp"
#include "app/jobs/atlas.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

/// The printer's page lies or stands as the sheet does.
void turnAs(const styles::SizePx& size, QPrinter& printer) {
    printer.setPageOrientation(size.width > size.height ? QPageLayout::Landscape : QPageLayout::Portrait);
}

}  // namespace

JobDialog* JobDesk::exportMap(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.export-map"), "maps");
    auto* const form = new MapForm(m_desk, ground, *dialog);
    form->addTo(dialog->form());
    dialog->setWork(m_desk.sentence("desktop.export-do"), [this, ground, form]() -> JobDialog::Work {
        const auto draw = form->isAtlas() ? drawAtlas : drawMap;
        return [project = ground.project, request = form->request(), draw,
                &desk = m_desk](geo::Progress& progress) {
            return draw(project, request, {desk.words, *desk.session}, progress);
        };
    });
    dialog->addWork(m_desk.sentence("desktop.print-do"), [this, ground, form, dialog]() -> JobDialog::Work {
        if (form->isAtlas()) throw geo::Error(geo::ErrorKind::Usage, "desktop.atlas-not-printed");
        const MapRequest request = form->pageRequest();
        const auto printer = choosePrinter(dialog);
        if (!printer) return {};
        turnAs(request.size, *printer);
        return [project = ground.project, request, printer, &desk = m_desk](geo::Progress& progress) {
            return printMap(project, request, {desk.words, *desk.session}, printer, progress);
        };
    });
    return dialog;
}

}  // namespace app
