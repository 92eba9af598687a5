// SPDX-License-Identifier: Apache-2.0
// Form above, outcome below, work aside.
#include "app/desktop/job_dialog.hpp"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/desktop/guide_pages.hpp"
#include "app/desktop/look.hpp"
#include "app/desktop/outcome_view.hpp"

namespace app {

JobDialog::JobDialog(const Desk& desk, const QString& title, QWidget* parent)
    : QDialog(parent),
      m_desk(desk),
      m_form(new QFormLayout),
      m_fault(roleLabel({}, "fault")),
      m_outcome(new OutcomeView(desk)),
      m_step(roleLabel({}, "note")),
      m_bar(new QProgressBar),
      m_stop(new QPushButton(desk.sentence("desktop.stop"))),
      m_previewButton(new QPushButton(desk.sentence("desktop.preview"))),
      m_workButton(new QPushButton),
      m_nextButton(new QPushButton),
      m_otherButton(new QPushButton),
      m_close(new QPushButton(desk.sentence("desktop.close"))) {
    setObjectName("job");
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 14);
    column->setSpacing(10);
    column->addWidget(roleLabel(title, "title"));
    m_form->setLabelAlignment(Qt::AlignLeft);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setHorizontalSpacing(16);
    column->addLayout(m_form);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    m_outcome->hide();
    column->addWidget(m_outcome, 1000);
    column->addStretch(1);
    column->addLayout(footRow());
    wire();
    answerHelpKey(desk, *this);
    showBusy();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 34);
}

QHBoxLayout* JobDialog::footRow() {
    auto* const foot = new QHBoxLayout;
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(120);
    m_workButton->setProperty("role", "primary");
    m_workButton->setDefault(true);
    foot->addWidget(m_bar);
    foot->addWidget(m_step, 1);
    foot->addStretch(1);
    for (QPushButton* const button :
         {m_stop, m_previewButton, m_otherButton, m_workButton, m_nextButton, m_close})
        foot->addWidget(button);
    m_previewButton->hide();
    m_workButton->hide();
    m_nextButton->hide();
    m_otherButton->hide();
    return foot;
}

void JobDialog::wire() {
    connect(m_stop, &QPushButton::clicked, this, [this] { m_runner.stopAll(); });
    connect(m_previewButton, &QPushButton::clicked, this, [this] { run(m_preview, false); });
    connect(m_workButton, &QPushButton::clicked, this, [this] { run(m_work, true); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    m_runner.onBusyChange = [this] { showBusy(); };
    m_runner.onFailure = [this](const geo::Error& error) { tell(error); };
    m_runner.onNews = [this](const TaskNews& news) {
        m_step->setText(m_desk.sentence(news.step));
        m_bar->setRange(0, news.total > 0 ? 100 : 0);
        if (news.total > 0) m_bar->setValue(static_cast<int>(100 * news.done / news.total));
    };
}

JobDialog::~JobDialog() { m_runner.onBusyChange = {}; }

void JobDialog::setPreview(MakeWork preview) {
    m_preview = std::move(preview);
    m_previewButton->show();
    showBusy();
}

void JobDialog::setWork(const QString& verb, MakeWork work) {
    m_work = std::move(work);
    m_workButton->setText(verb);
    m_workButton->show();
    showBusy();
}

void JobDialog::addWork(const QString& verb, MakeWork work) {
    m_otherButton->setText(verb);
    m_otherButton->show();
    connect(m_otherButton, &QPushButton::clicked, this, [this, work = std::move(work)] { run(work, true); });
}

void JobDialog::offerNext(const QString& verb, std::function<void()> next) {
    m_nextButton->setText(verb);
    setRole(m_nextButton, "primary");
    m_nextButton->setDefault(true);
    m_nextButton->show();
    m_nextButton->setFocus();
    connect(m_nextButton, &QPushButton::clicked, this, [this, next = std::move(next)] {
        QDialog::reject();
        next();
    });
}

void JobDialog::formChanged() {
    m_wasSeen = false;
    ++m_formChanges;
    m_fault->hide();
    showBusy();
}

void JobDialog::begin() { m_preview ? run(m_preview, false) : run(m_work, true); }

void JobDialog::run(const MakeWork& make, bool isForGood) {
    m_fault->hide();
    try {
        const Work work = make();
        if (!work) return;
        m_runner.run({[this, work, isForGood, form = m_formChanges](geo::Progress& progress) -> Then {
            const auto outcome = std::make_shared<const Outcome>(work(progress));
            return [this, outcome, isForGood, form] {
                taken(*outcome, isForGood);
                // Somebody has typed meanwhile: what was seen is not what would be done.
                if (form != m_formChanges) formChanged();
            };
        }});
    } catch (const std::exception& fault) {
        tell(errorOf(fault));
    }
}

void JobDialog::taken(const Outcome& outcome, bool isForGood) {
    m_outcome->show(outcome);
    m_outcome->setVisible(true);
    m_wasSeen = !isForGood && !outcome.refusal;
    showBusy();
    if (!isForGood || outcome.refusal) return;
    m_workButton->hide();
    m_previewButton->hide();
    m_otherButton->hide();
    m_close->setDefault(true);
    m_close->setFocus();
    if (onDone) onDone(outcome);
}

void JobDialog::tell(const geo::Error& error) {
    m_fault->setText(capitalised(m_desk.sentence(error)));
    m_fault->show();
    if (m_isClosing) QDialog::reject();
}

void JobDialog::showBusy() {
    const bool isBusy = m_runner.isBusy();
    for (QWidget* const widget : std::initializer_list<QWidget*>{m_bar, m_step, m_stop}) widget->setVisible(isBusy);
    m_previewButton->setEnabled(!isBusy && m_preview != nullptr);
    m_otherButton->setEnabled(!isBusy);
    m_workButton->setEnabled(!isBusy && (m_wasSeen || !m_preview));
    if (isBusy) m_bar->setRange(0, 0);
    if (!isBusy && m_isClosing) QDialog::reject();
}

/// Work under way is asked to stop first; the dialog goes when it has.
void JobDialog::reject() {
    if (!m_runner.isBusy()) return QDialog::reject();
    m_isClosing = true;
    m_runner.stopAll();
}

}  // namespace app
