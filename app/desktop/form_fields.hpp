// SPDX-License-Identifier: Apache-2.0
// Fields of forms that know what they mean: days, words of a list, files.
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"
#include "geo/base/date.hpp"

namespace app {

/// A box of words, each with the code it stands for.
QComboBox* choiceField(const std::vector<std::pair<std::string, QString>>& choices);
std::string chosen(const QComboBox& field);
void choose(QComboBox& field, const std::string& code);

/// `31/12/2023`, `2023-12-31` or `2023` for its last day.
QLineEdit* dayField(const Desk& desk);
/// Nothing for the empty field. Errors: Usage `date.invalid`.
std::optional<geo::Date> dayIn(const QLineEdit& field);

/// A path and a button that looks for one.
QWidget* fileField(QLineEdit*& line, const Desk& desk, const std::function<QString()>& look);

std::filesystem::path pathOf(const QString& text);
QString textOf(const std::filesystem::path& path);

}  // namespace app
