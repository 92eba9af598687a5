// SPDX-License-Identifier: Apache-2.0
// The fields of a map as a file or on paper, and the request they make.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QString>
#include <filesystem>
#include <functional>
#include <vector>

#include "app/desktop/job_desk.hpp"
#include "app/jobs/map.hpp"

class QFormLayout;
class QLineEdit;

namespace app {

/// Figures as the window shows them.
ComputeRequest figuresOf(const JobGround& ground);

/// `forest-cover-commune-2025.pdf` among the user's documents.
QString proposedFile(const JobGround& ground, const QString& extension);

/// The file a form names. Errors: Usage `desktop.file-missing`.
std::filesystem::path requireFile(const QLineEdit& line);

/// Belongs to its dialog, and lives as long as that.
class MapForm : public QObject {
  public:
    MapForm(const Desk& desk, const JobGround& ground, QDialog& dialog);
    void addTo(QFormLayout& form);

    /// An atlas is many pages: one a unit.
    bool isAtlas() const;
    /// Errors: Usage `desktop.file-missing`, `desktop.years-two`.
    MapRequest request() const;
    /// The same for a printer: a page, whatever the form says of screens.
    MapRequest pageRequest() const;

  private:
    void addKinds();
    QWidget* yearBoxes();
    void follow();
    MapRequest requestOnPage() const;
    std::vector<int> checkedYears() const;

    const Desk& m_desk;
    JobGround m_ground;
    QDialog& m_dialog;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_file = nullptr;
    QWidget* m_fileField = nullptr;
    QString m_proposed;
    QComboBox* m_kind = nullptr;
    QComboBox* m_since = nullptr;
    QWidget* m_years = nullptr;
    std::vector<QCheckBox*> m_yearBoxes;
    QComboBox* m_size = nullptr;
    QComboBox* m_orientation = nullptr;
    QComboBox* m_grid = nullptr;
    QComboBox* m_part = nullptr;
};

}  // namespace app
