// SPDX-License-Identifier: Apache-2.0
// Three large buttons and what they answer.
#include "app/desktop/field_window.hpp"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/choice_box.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/look.hpp"
#include "app/desktop/status_line.hpp"
#include "app/jobs/field_book.hpp"
#include "app/jobs/field_time.hpp"

namespace app {
namespace {

constexpr int loosestGate_m = 100;
constexpr int usualGate_m = 15;
/// A minute at one fix a second is as long as people stand still.
constexpr std::size_t mostAveraged = 30;
/// Of points whose receiver told no day: GPS counts from there.
constexpr geo::Date dayOfNoDate{1980, 1, 6};

QStringList serialPorts() {
    QStringList ports;
    for (const QString& name : QDir("/dev").entryList({"ttyUSB*", "ttyACM*", "rfcomm*"}, QDir::System))
        ports << "/dev/" + name;
    return ports;
}

const char* roleOf(layers::Verdict verdict) {
    switch (verdict) {
        case layers::Verdict::Inside:
            return "verdict-in";
        case layers::Verdict::Outside:
            return "verdict-out";
        case layers::Verdict::Undetermined:
            return "verdict";
    }
    return "verdict";
}

}  // namespace

FieldWindow::FieldWindow(const Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_source(new ChoiceBox),
      m_gate(new QSpinBox),
      m_accuracy(roleLabel({}, "title")),
      m_position(roleLabel({}, "quiet")),
      m_head(roleLabel({}, "verdict")),
      m_lines(roleLabel({}, "plain")),
      m_news(roleLabel(desk.sentence("field.waiting"), "quiet")),
      m_name(new QLineEdit),
      m_note(new QLineEdit),
      m_photo(nullptr),
      m_export(new QPushButton(desk.sentence("field.export"))),
      m_minutes(new QPushButton(desk.sentence("field.minutes"))) {
    setObjectName("page");
    setAttribute(Qt::WA_StyledBackground);
    setWindowTitle(desk.sentence("field.title"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(buildSource());
    column->addWidget(buildButtons());
    column->addWidget(buildFix());
    column->addStretch();
    column->addWidget(buildNote());
    for (QLabel* const label : {m_head, m_lines, m_news, m_position}) label->setWordWrap(true);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_position->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QPushButton* const button : {m_export, m_minutes}) button->setEnabled(false);
    m_feed.onMoment = [this] { takeMoment(); };
    m_feed.onSilence = [this] { tell(m_desk.sentence("field.silent"), "fault"); };
    m_feed.onEnd = [this] { tellEnd(); };
    connect(m_gate, &QSpinBox::valueChanged, this, [this] { takeMoment(); });
    m_runner.onFailure = [this](const geo::Error& error) { tell(capitalised(m_desk.sentence(error)), "fault"); };
    resize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 34);
}

FieldWindow::~FieldWindow() = default;

QWidget* FieldWindow::buildSource() {
    auto* const area = new QWidget;
    auto* const row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    for (const QString& port : serialPorts()) m_source->addItem(port, port);
    m_source->setEditable(true);
    m_source->setAccessibleName(m_desk.sentence("field.source"));
    m_source->lineEdit()->setPlaceholderText(m_desk.sentence("field.source"));
    auto* const file = new QPushButton(m_desk.sentence("field.recording"));
    auto* const start = new QPushButton(m_desk.sentence("field.connect"));
    m_gate->setRange(1, loosestGate_m);
    m_gate->setValue(usualGate_m);
    m_gate->setSuffix(" m");
    m_gate->setAccessibleName(m_desk.sentence("field.gate"));
    row->addWidget(m_source, 1);
    row->addWidget(file);
    row->addWidget(start);
    row->addSpacing(12);
    row->addWidget(new QLabel(m_desk.sentence("field.gate")));
    row->addWidget(m_gate);
    connect(start, &QPushButton::clicked, this, [this] { connectTo(m_source->currentText().trimmed()); });
    connect(file, &QPushButton::clicked, this, [this] {
        const QString chosenFile = QFileDialog::getOpenFileName(this, m_desk.sentence("field.recording"), {},
                                                                "NMEA (*.nmea *.txt *.log);;* (*)");
        if (chosenFile.isEmpty()) return;
        m_source->setCurrentText(chosenFile);
        connectTo(chosenFile);
    });
    return area;
}

QWidget* FieldWindow::buildButtons() {
    auto* const area = new QWidget;
    auto* const row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* id, const char* role, const QKeySequence& key, auto pressed) {
        auto* const button = new QPushButton(m_desk.sentence(id));
        button->setProperty("role", role);
        button->setShortcut(key);
        button->setObjectName(id);
        connect(button, &QPushButton::clicked, this, pressed);
        row->addWidget(button, 1);
    };
    add("field.where", "large", QKeySequence("F6"), [this] { showPosition(); });
    add("field.check", "large-primary", QKeySequence("F7"), [this] { checkPoint(); });
    add("field.record", "large", QKeySequence("F8"), [this] { recordPoint(); });
    return area;
}

QWidget* FieldWindow::buildFix() {
    auto* const area = new QWidget;
    auto* const column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (QLabel* const label : {m_accuracy, m_position, m_head, m_lines, m_news}) column->addWidget(label);
    return area;
}

QWidget* FieldWindow::buildNote() {
    auto* const area = new QWidget;
    auto* const form = new QFormLayout(area);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name->setObjectName("field.name");
    m_note->setObjectName("field.note");
    form->addRow(m_desk.sentence("field.name"), m_name);
    form->addRow(m_desk.sentence("field.note"), m_note);
    QWidget* const photo = fileField(m_photo, m_desk, [this] {
        return QFileDialog::getOpenFileName(this, m_desk.sentence("field.photo"), {}, "JPEG, PNG (*.jpg *.jpeg *.png)");
    });
    m_photo->setObjectName("field.photo");
    form->addRow(m_desk.sentence("field.photo"), photo);
    auto* const exports = new QHBoxLayout;
    for (QPushButton* const button : {m_export, m_minutes}) exports->addWidget(button, 1);
    form->addRow({}, exports);
    connect(m_export, &QPushButton::clicked, this, [this] { exportDay(); });
    connect(m_minutes, &QPushButton::clicked, this, [this] { makeMinutes(); });
    return area;
}

QString FieldWindow::newsText() const { return m_news->text(); }
QString FieldWindow::positionText() const { return m_position->text(); }
void FieldWindow::setGate(int gate_m) { m_gate->setValue(gate_m); }

void FieldWindow::setProject(const Project& project) {
    if (project == m_project && m_check) return;
    m_project = project;
    m_check = nullptr;
    m_runner.run({[this, project](geo::Progress& progress) -> Then {
        const auto check = std::make_shared<const FieldCheck>(project, progress);
        return [this, check] {
            m_check = check;
            forget({"field.preparing"});
            showFix();
        };
    }});
}

void FieldWindow::connectTo(const QString& path, int momentEvery_ms) {
    try {
        m_feed.open(path, momentEvery_ms);
        tell(m_desk.sentence("field.listening"), "quiet");
    } catch (const geo::Error& error) {
        tell(capitalised(m_desk.sentence(error)), "fault");
    }
}

void FieldWindow::tellEnd() {
    if (m_feed.window().heardAnything()) return tell(m_desk.sentence("field.ended"), "quiet");
    tell(m_desk.sentence("field.no-sentence"), "fault");
}

void FieldWindow::takeMoment() {
    auto fixes = m_feed.window().fixes();
    if (fixes.empty()) return;
    if (fixes.size() > mostAveraged) fixes.erase(fixes.begin(), fixes.end() - mostAveraged);
    m_fix = layers::averageFixes(fixes, {static_cast<double>(m_gate->value())});
    if (!m_fix) {
        m_accuracy->setText(m_desk.sentence("field.no-fix"));
        if (fixes.back().accuracy_m)
            m_accuracy->setText(m_desk.sentence("field.too-coarse", {{"accuracy_m", *fixes.back().accuracy_m}}));
        return;
    }
    showFix();
}

void FieldWindow::showFix() {
    if (!m_fix) return;
    const auto count = static_cast<std::int64_t>(m_fix->used);
    const auto skipped = static_cast<std::int64_t>(m_fix->skipped);
    m_accuracy->setText(m_desk.sentence("field.fix", {{"accuracy_m", *m_fix->point.accuracy_m},
                                                      {"count", count},
                                                      {"skipped", skipped}}));
    forget({"field.waiting", "field.listening", "field.silent", "field.no-fix"});
    const geo::Coordinate degrees = m_fix->point.lonLat_deg;
    const QString lonLat =
        m_desk.sentence("desktop.position-degrees", {{"lat", degrees.y}, {"lon", degrees.x}});
    m_position->setText(lonLat);
    if (!m_check) return;
    const FieldVerdict here = m_check->judge(m_fix->point, m_desk.words);
    if (!here.isNearProvince) return;
    m_position->setText(planeText(*here.checked.at) + "\n" + lonLat);
    if (onFix) onFix(*here.checked.at, *m_fix->point.accuracy_m);
}

QString FieldWindow::planeText(geo::Coordinate at) const {
    const geo::Crs& crs = m_check->crs();
    const QString name = systemName(crs.name(), crs.centralMeridian_deg(), crs.centralScale(), m_desk);
    return m_desk.sentence("desktop.position-plane",
                           {{"north", at.y}, {"east", at.x}, {"crs", name.toStdString()}});
}

/// Whether a point can be judged; if not, why is told.
bool FieldWindow::canJudge() {
    if (m_fix && m_check) return true;
    const char* const why = !m_fix              ? "field.no-fix"
                            : m_runner.isBusy() ? "field.preparing"
                                                : "field.no-ground";
    tell(m_desk.sentence(why), "fault");
    return false;
}

void FieldWindow::showPosition() {
    if (!canJudge()) return;
    const FieldVerdict here = m_check->judge(m_fix->point, m_desk.words);
    const auto& answer = here.checked.answer;
    setRole(m_head, "verdict");
    m_head->setText(answer.actualName.empty() ? m_desk.sentence("field.off-units") : toQt(answer.actualName));
    QStringList lines;
    if (!here.checked.underfoot.basin.empty())
        lines << m_desk.sentence("field.basin", {{"name", here.checked.underfoot.basin}});
    for (const geo::Message& beside : here.beside) lines << capitalised(m_desk.sentence(beside));
    m_lines->setText(lines.join('\n'));
}

void FieldWindow::checkPoint() {
    if (!canJudge()) return;
    layers::FieldPoint point = m_fix->point;
    point.name = m_name->text().trimmed().toStdString();
    m_verdict = m_check->judge(point, m_desk.words);
    const auto& answer = m_verdict->checked.answer;
    setRole(m_head, roleOf(answer.verdict));
    m_head->setText(m_desk.word(layers::wordOf(answer.verdict)));
    QStringList lines;
    lines << m_desk.sentence("field.against", {{"unit", answer.declaredName},
                                               {"basis", "basis-" + layers::wordOf(answer.basis)},
                                               {"distance_m", answer.toBorder.value},
                                               {"accuracy_m", answer.accuracy_m}});
    lines << m_desk.sentence("field.probability", {{"percent", 100 * answer.probabilityInside}});
    for (const geo::Message& beside : m_verdict->beside) lines << capitalised(m_desk.sentence(beside));
    m_lines->setText(lines.join('\n'));
}

void FieldWindow::recordPoint() {
    if (!m_fix) return tell(m_desk.sentence("field.no-fix"), "fault");
    layers::FieldPoint point = m_fix->point;
    point.name = m_name->text().trimmed().toStdString();
    point.note = m_note->text().trimmed().toStdString();
    point.device = m_source->currentText().toStdString();
    point.photo = m_photo->text().trimmed().toStdString();
    const auto moment = localMoment(point.time);
    try {
        m_book = fieldBookPath(m_project.workspace, moment ? moment->day : dayOfNoDate);
        if (point.name.empty()) point.name = "P" + std::to_string(countInFieldBook(m_book) + 1);
        addToFieldBook(m_book, point);
        const auto count = static_cast<std::int64_t>(countInFieldBook(m_book));
        tell(m_desk.sentence("field.recorded", {{"name", point.name},
                                                {"count", count},
                                                {"file", m_book.filename().string()}}),
             "good");
        m_name->clear();
        m_note->clear();
        m_photo->clear();
        m_export->setEnabled(true);
        m_minutes->setEnabled(true);
    } catch (const geo::Error& error) {
        tell(capitalised(m_desk.sentence(error)), "fault");
    }
}

void FieldWindow::exportDay() {
    if (!m_book.empty() && onExport) onExport(m_book, {});
}

void FieldWindow::makeMinutes() {
    if (!m_book.empty() && onExport) onExport(m_book, minutesPath(m_book));
}

/// What has come to pass or is true no more is told no longer; all else stays.
void FieldWindow::forget(std::initializer_list<const char*> ids) {
    const auto isTold = [this](const char* id) { return m_news->text() == m_desk.sentence(id); };
    if (std::ranges::any_of(ids, isTold)) m_news->clear();
}

void FieldWindow::tell(const QString& text, const char* role) {
    setRole(m_news, role);
    m_news->setText(text);
}

}  // namespace app
