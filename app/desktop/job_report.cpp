// SPDX-License-Identifier: Apache-2.0
// The yearly report out of the window.
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QSpinBox>
#include <QStandardPaths>
#include <utility>

#include "app/desktop/form_fields.hpp"
#include "app/desktop/job_desk.hpp"
#include "app/desktop/map_form.hpp"
#include "app/jobs/year_report.hpp"

namespace app {
namespace {

/// Years the plan's figures are known for, and the last it looks to.
constexpr int firstYear = 2021;
constexpr int lastYear = 2035;

QString reportFile(int year, const char* extension = ".xlsx") {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QString("bao-cao-nam-%1%2").arg(year).arg(extension));
}

/// A file nobody renamed takes its name from the year.
void followYear(QLineEdit& file, int before, int now) {
    for (const char* const extension : {".xlsx", ".pdf"}) {
        if (file.text() == reportFile(before, extension)) return file.setText(reportFile(now, extension));
    }
}

}  // namespace

JobDialog* JobDesk::reportYear(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.report"), "plan");
    auto* const year = new QSpinBox;
    year->setRange(firstYear, lastYear);
    year->setValue(QDate::currentDate().year());
    year->setObjectName("reportYear");
    QLineEdit* file = nullptr;
    QWidget* const field = fileField(file, m_desk, [this, dialog] {
        return QFileDialog::getSaveFileName(dialog, m_desk.sentence("desktop.report"), {},
                                            "Excel (*.xlsx);;PDF (*.pdf)");
    });
    file->setObjectName("file");
    file->setText(reportFile(year->value()));
    QObject::connect(year, &QSpinBox::valueChanged, file,
                     [file, dialog, before = year->value()](int now) mutable {
                         followYear(*file, std::exchange(before, now), now);
                         dialog->formChanged();
                     });
    dialog->form().addRow(m_desk.sentence("desktop.report-year"), year);
    dialog->form().addRow(m_desk.sentence("desktop.file"), field);
    const auto work = [this, ground, year](const std::filesystem::path& out) -> JobDialog::Work {
        const YearReportRequest request{year->value(), out};
        return [project = ground.project, request, &desk = m_desk](geo::Progress& progress) {
            return app::reportYear(project, request, {desk.words, *desk.session}, progress);
        };
    };
    dialog->setPreview([work] { return work({}); });
    dialog->setWork(m_desk.sentence("desktop.report-do"), [work, file] { return work(requireFile(*file)); });
    return dialog;
}

}  // namespace app
