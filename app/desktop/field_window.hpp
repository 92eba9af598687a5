// SPDX-License-Identifier: Apache-2.0
// Field mode: where am I, is this point where it should be, write it down.
#pragma once

#include <QWidget>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>

#include "app/desktop/desk.hpp"
#include "app/desktop/nmea_feed.hpp"
#include "app/desktop/task_runner.hpp"
#include "app/jobs/field_check.hpp"
#include "layers/checks/fix_average.hpp"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace app {

class FieldWindow : public QWidget {
  public:
    explicit FieldWindow(const Desk& desk, QWidget* parent = nullptr);
    ~FieldWindow() override;

    void setProject(const Project& project);
    /// How long a receiver may say nothing before that is told.
    void setPatience(int wait_ms) { m_feed.setPatience(wait_ms); }
    /// A device or a recording; faults are told in the window.
    void connectTo(const QString& path, int momentEvery_ms = 1000);
    bool isReady() const { return m_check != nullptr; }
    bool isListening() const { return m_feed.isOpen(); }
    QString newsText() const;
    QString positionText() const;
    void setGate(int gate_m);
    const std::optional<layers::FixAverage>& fix() const { return m_fix; }
    const std::optional<FieldVerdict>& verdict() const { return m_verdict; }
    /// Where points are recorded, once one has a day.
    const std::filesystem::path& book() const { return m_book; }

    void showPosition();
    void checkPoint();
    void recordPoint();
    void exportDay();
    void makeMinutes();

    /// In the workspace's CRS.
    std::function<void(geo::Coordinate plane, double accuracy_m)> onFix;
    /// The day's points written into files, or into the one named; the workspace keeps the check.
    std::function<void(const std::filesystem::path& book, const std::filesystem::path& out)> onExport;

  private:
    QWidget* buildSource();
    QWidget* buildButtons();
    QWidget* buildFix();
    QWidget* buildNote();
    void takeMoment();
    void tellEnd();
    void showFix();
    QString planeText(geo::Coordinate at) const;
    bool canJudge();
    void tell(const QString& text, const char* role);
    void forget(std::initializer_list<const char*> ids);

    const Desk& m_desk;
    Project m_project;
    std::shared_ptr<const FieldCheck> m_check;
    NmeaFeed m_feed;
    std::optional<layers::FixAverage> m_fix;
    std::optional<FieldVerdict> m_verdict;
    std::filesystem::path m_book;
    QComboBox* m_source;
    QSpinBox* m_gate;
    QLabel* m_accuracy;
    QLabel* m_position;
    QLabel* m_head;
    QLabel* m_lines;
    QLabel* m_news;
    QLineEdit* m_name;
    QLineEdit* m_note;
    QLineEdit* m_photo;
    QPushButton* m_export;
    QPushButton* m_minutes;
    TaskRunner m_runner;
};

}  // namespace app
