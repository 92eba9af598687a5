// SPDX-License-Identifier: Apache-2.0
// Small makers of fields.
#include "app/desktop/form_fields.hpp"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>

#include "app/desktop/choice_box.hpp"

namespace app {

QComboBox* choiceField(const std::vector<std::pair<std::string, QString>>& choices) {
    auto* const field = new ChoiceBox;
    for (const auto& [code, label] : choices) field->addItem(label, toQt(code));
    return field;
}

std::string chosen(const QComboBox& field) { return field.currentData().toString().toStdString(); }

void choose(QComboBox& field, const std::string& code) {
    field.setCurrentIndex(field.findData(toQt(code)));
}

QLineEdit* dayField(const Desk& desk) {
    auto* const field = new QLineEdit;
    field->setPlaceholderText(desk.sentence("desktop.day-form"));
    return field;
}

std::optional<geo::Date> dayIn(const QLineEdit& field) {
    const QString text = field.text().trimmed();
    if (text.isEmpty()) return std::nullopt;
    static const QRegularExpression dayFirst("^(\\d{1,2})/(\\d{1,2})/(\\d{4})$");
    const auto found = dayFirst.match(text);
    if (!found.hasMatch()) return geo::requireDate(text.toStdString());
    const QString iso = QString("%1-%2-%3")
                            .arg(found.captured(3))
                            .arg(found.captured(2).toInt(), 2, 10, QLatin1Char('0'))
                            .arg(found.captured(1).toInt(), 2, 10, QLatin1Char('0'));
    return geo::requireDate(iso.toStdString());
}

QWidget* fileField(QLineEdit*& line, const Desk& desk, const std::function<QString()>& look) {
    auto* const field = new QWidget;
    auto* const row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    line = new QLineEdit;
    auto* const button = new QPushButton(desk.sentence("desktop.browse"));
    row->addWidget(line, 1);
    row->addWidget(button);
    QObject::connect(button, &QPushButton::clicked, line, [line, look] {
        const QString file = look();
        if (!file.isEmpty()) line->setText(file);
    });
    return field;
}

std::filesystem::path pathOf(const QString& text) { return {text.toStdString()}; }

QString textOf(const std::filesystem::path& path) { return toQt(path.string()); }

}  // namespace app
