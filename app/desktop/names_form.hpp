// SPDX-License-Identifier: Apache-2.0
// Writings that name no unit, each beside the units it may mean: a person says which, or leaves it.
#pragma once

#include <QScrollArea>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/desktop/task_runner.hpp"
#include "app/jobs/names.hpp"

class QComboBox;
class QGridLayout;
class QLabel;
class QStandardItemModel;

namespace app {

class NamesForm : public QScrollArea {
  public:
    explicit NamesForm(const Desk& desk, QWidget* parent = nullptr);
    ~NamesForm() override;

    /// Reads aside what is unmatched; the fields come when it is known.
    void ask(const Project& project);
    bool isReady() const { return !m_runner.isBusy(); }
    int questionCount() const { return static_cast<int>(m_questions.size()); }

    /// Of the writings somebody decided; the others stay as they are.
    /// Errors: Usage `desktop.names-undecided`.
    std::vector<NameAnswer> answers() const;

    std::function<void()> onChange;
    std::function<void(const geo::Error&)> onFailure;

  private:
    struct Question {
        layers::UnitKey written;
        QComboBox* proposed = nullptr;
        QComboBox* other = nullptr;
    };

    void take(const Outcome& listing, const std::vector<AnswerableUnit>& units);
    void addHead();
    void addQuestion(const Row& row);
    QLabel* writtenLabel(const Row& row) const;
    QComboBox* proposalField(const Row& row);
    QComboBox* otherField();

    const Desk& m_desk;
    QWidget* m_page;
    QGridLayout* m_grid;
    /// Stands where the questions will be.
    QLabel* m_reading;
    QStandardItemModel* m_units;
    std::vector<Question> m_questions;
    TaskRunner m_runner;
};

}  // namespace app
