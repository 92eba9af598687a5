// SPDX-License-Identifier: Apache-2.0
// A job as a conversation: what it needs, what it found and would do, what it did.
#pragma once

#include <QDialog>
#include <functional>
#include <memory>
#include <optional>

#include "app/desktop/desk.hpp"
#include "app/desktop/task_runner.hpp"
#include "app/jobs/outcome.hpp"

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace app {

class OutcomeView;

class JobDialog : public QDialog {
  public:
    using Work = std::function<Outcome(geo::Progress&)>;
    /// Reads the form. Errors: Usage, told in the dialog.
    using MakeWork = std::function<Work()>;

    JobDialog(const Desk& desk, const QString& title, QWidget* parent);
    ~JobDialog() override;

    QFormLayout& form() { return *m_form; }
    /// Work that shows what it found and keeps nothing; doing it for good waits until it has been seen.
    void setPreview(MakeWork preview);
    void setWork(const QString& verb, MakeWork work);
    /// Another way to do the work. What reads the form may give nothing: somebody changed their mind.
    void addWork(const QString& verb, MakeWork work);
    /// A button for what the finished work leads to; the dialog gives way to it.
    void offerNext(const QString& verb, std::function<void()> next);
    /// What cannot be done, in the dialog's line of faults.
    void tell(const geo::Error& error);
    /// The form has changed: what was previewed is past.
    void formChanged();
    /// Starts the preview, or without one the work.
    void begin();
    bool isBusy() const { return m_runner.isBusy(); }
    OutcomeView& outcome() { return *m_outcome; }
    QPushButton& previewButton() { return *m_previewButton; }
    QPushButton& workButton() { return *m_workButton; }
    QPushButton& nextButton() { return *m_nextButton; }
    QPushButton& otherButton() { return *m_otherButton; }

    /// The work was done for good.
    std::function<void(const Outcome&)> onDone;

    void reject() override;

  private:
    QHBoxLayout* footRow();
    void wire();
    void run(const MakeWork& make, bool isForGood);
    void taken(const Outcome& outcome, bool isForGood);
    void showBusy();

    const Desk& m_desk;
    MakeWork m_preview;
    MakeWork m_work;
    bool m_wasSeen = false;
    int m_formChanges = 0;
    bool m_isClosing = false;
    QFormLayout* m_form;
    QLabel* m_fault;
    OutcomeView* m_outcome;
    QLabel* m_step;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QPushButton* m_previewButton;
    QPushButton* m_workButton;
    QPushButton* m_nextButton;
    QPushButton* m_otherButton;
    QPushButton* m_close;
    TaskRunner m_runner;
};

}  // namespace app
