// SPDX-License-Identifier: Apache-2.0
// Rows that name no unit, answered for in the window.
#include <QFormLayout>
#include <QPushButton>

#include "app/desktop/job_desk.hpp"
#include "app/desktop/names_form.hpp"

namespace app {

std::int64_t rowsToAnswer(const Project& imported, geo::Progress& progress) {
    try {
        return unmatchedRows(imported, progress);
    } catch (const std::exception&) {
        return 0;
    }
}

JobDialog* JobDesk::answerNames(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.names"), "names");
    auto* const form = new NamesForm(m_desk);
    dialog->form().addRow(form);
    form->onFailure = [dialog](const geo::Error& error) { dialog->tell(error); };
    form->onChange = [dialog, form] {
        dialog->formChanged();
        dialog->workButton().setEnabled(!dialog->isBusy() && form->questionCount() > 0);
    };
    dialog->setWork(m_desk.sentence("desktop.names-do"),
                    [project = ground.project, form]() -> JobDialog::Work {
                        const NamesRequest request{form->answers()};
                        return [project, request](geo::Progress& progress) {
                            return app::answerNames(project, request, progress);
                        };
                    });
    dialog->workButton().setEnabled(false);
    form->ask(ground.project);
    return dialog;
}

void JobDesk::leadToNames(JobDialog& dialog, const JobGround& ground, std::int64_t rows) {
    dialog.offerNext(m_desk.sentence("desktop.names-next", {{"rows", rows}}),
                     [this, ground] { answerNames(ground); });
}

}  // namespace app
