// SPDX-License-Identifier: Apache-2.0
// A row a writing: what the file says, a box of proposals, a box of all units.
#include "app/desktop/names_form.hpp"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QStandardItemModel>

#include "app/desktop/choice_box.hpp"
#include "app/desktop/figure_rows.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/look.hpp"
#include "geo/base/error.hpp"

namespace app {
namespace {

/// What a box of units holds beside its label: `03391@2025-06-30`, nothing while undecided, or this.
constexpr const char* anotherUnit = "other";

std::string calledBy(const Row& row) {
    const std::string name = cellText(row, "written_name");
    return name.empty() ? cellText(row, "written_code") : name;
}

layers::UnitKey writingOf(const Row& row) {
    return {cellText(row, "written_code"), cellText(row, "written_name"), cellText(row, "written_district")};
}

const Row* rowIn(const Row& row, std::string_view name) {
    const auto found = std::ranges::find(row, name, &Cell::name);
    return found == row.end() ? nullptr : std::get_if<Row>(&found->value);
}

/// Boxes stay as wide as the window allows, however long the names in them.
QComboBox* narrowBox() {
    auto* const box = new ChoiceBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(30);
    return box;
}

}  // namespace

NamesForm::NamesForm(const Desk& desk, QWidget* parent)
    : QScrollArea(parent),
      m_desk(desk),
      m_page(new QWidget),
      m_grid(new QGridLayout(m_page)),
      m_reading(roleLabel(desk.sentence("desktop.names-reading"), "quiet")),
      m_units(new QStandardItemModel(this)) {
    setObjectName("namesForm");
    setAccessibleName(desk.sentence("desktop.names"));
    setWidgetResizable(true);
    setFrameStyle(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setObjectName("page");
    m_reading->setObjectName("namesReading");
    m_grid->setContentsMargins(0, 0, 10, 0);
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(1, 1);
    m_grid->addWidget(m_reading, 0, 0, 1, 2, Qt::AlignTop);
    setWidget(m_page);
    setMinimumHeight(fontMetrics().height() * 14);
    m_runner.onFailure = [this](const geo::Error& error) {
        m_reading->hide();
        if (onFailure) onFailure(error);
    };
}

NamesForm::~NamesForm() { m_runner.onFailure = {}; }

void NamesForm::ask(const Project& project) {
    m_runner.run({[this, project](geo::Progress& progress) -> Then {
        const auto listing = std::make_shared<const Outcome>(answerNames(project, {}, progress));
        const auto units = std::make_shared<const std::vector<AnswerableUnit>>(answerableUnits(project));
        return [this, listing, units] { take(*listing, *units); };
    }});
}

void NamesForm::take(const Outcome& listing, const std::vector<AnswerableUnit>& units) {
    for (const AnswerableUnit& one : units) {
        const std::string day = geo::isoText(one.day);
        auto* const item = new QStandardItem(m_desk.sentence(
            "desktop.names-unit", {{"name", one.unit.name}, {"code", one.unit.code}, {"day", day}}));
        item->setData(toQt(one.unit.code + "@" + day), Qt::UserRole);
        m_units->appendRow(item);
    }
    m_reading->setVisible(listing.rows.empty());
    m_reading->setText(m_desk.sentence("desktop.names-none"));
    if (!listing.rows.empty()) addHead();
    for (const Row& row : listing.rows) addQuestion(row);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    if (onChange) onChange();
}

void NamesForm::addHead() {
    m_grid->addWidget(roleLabel(m_desk.sentence("desktop.names-written"), "heading"), 0, 0);
    m_grid->addWidget(roleLabel(m_desk.sentence("desktop.names-means"), "heading"), 0, 1);
}

void NamesForm::addQuestion(const Row& row) {
    Question question{writingOf(row), proposalField(row), otherField()};
    const QString written = toQt(calledBy(row));
    question.proposed->setAccessibleName(m_desk.sentence("desktop.names-means") + ": " + written);
    question.other->setAccessibleName(m_desk.sentence("desktop.names-other") + " " + written);
    const int line = m_grid->rowCount();
    auto* const boxes = new QVBoxLayout;
    boxes->setSpacing(4);
    boxes->addWidget(question.proposed);
    boxes->addWidget(question.other);
    m_grid->addWidget(writtenLabel(row), line, 0, Qt::AlignTop);
    m_grid->addLayout(boxes, line, 1, Qt::AlignTop);
    connect(question.proposed, &QComboBox::currentIndexChanged, this, [this, question] {
        question.other->setVisible(chosen(*question.proposed) == anotherUnit);
        if (onChange) onChange();
    });
    connect(question.other, &QComboBox::currentIndexChanged, this, [this] {
        if (onChange) onChange();
    });
    m_questions.push_back(question);
}

QLabel* NamesForm::writtenLabel(const Row& row) const {
    const std::string code = cellText(row, "written_code");
    const std::string district = cellText(row, "written_district");
    const QStringList name{toQt(calledBy(row)), toQt(code == calledBy(row) ? "" : code), toQt(district)};
    const auto count = std::get<std::int64_t>(std::ranges::find(row, "rows", &Cell::name)->value);
    const QString where =
        m_desk.sentence("desktop.names-where", {{"rows", count}, {"files", cellText(row, "files")}});
    QStringList said = name;
    said.removeAll(QString());
    auto* const label = roleLabel(said.join(" · ") + "\n" + where, "plain");
    label->setWordWrap(true);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 34);
    return label;
}

QComboBox* NamesForm::proposalField(const Row& row) {
    auto* const box = narrowBox();
    box->addItem(m_desk.sentence("desktop.names-leave"), QString());
    const Row* const proposals = rowIn(row, "proposals");
    for (std::size_t i = 0; proposals != nullptr && i < proposals->size(); ++i) {
        const Row& one = std::get<Row>((*proposals)[i].value);
        const std::string code = cellText(one, "code");
        const std::string day = cellText(one, "day");
        box->addItem(
            m_desk.sentence("desktop.names-proposal", {{"name", cellText(one, "name")},
                                                       {"code", code},
                                                       {"day", day},
                                                       {"reason", "proposal-" + cellText(one, "reason")}}),
            toQt(code + "@" + day));
    }
    box->addItem(m_desk.sentence("desktop.names-other"), QString(anotherUnit));
    return box;
}

QComboBox* NamesForm::otherField() {
    auto* const box = narrowBox();
    box->setModel(m_units);
    box->setCurrentIndex(-1);
    box->hide();
    return box;
}

std::vector<NameAnswer> NamesForm::answers() const {
    std::vector<NameAnswer> answers;
    for (const Question& question : m_questions) {
        std::string unit = chosen(*question.proposed);
        if (unit == anotherUnit) unit = chosen(*question.other);
        if (!unit.empty()) answers.push_back(answerFor(question.written, unit));
    }
    if (answers.empty()) throw geo::Error(geo::ErrorKind::Usage, "desktop.names-undecided");
    return answers;
}

}  // namespace app
