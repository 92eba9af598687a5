// SPDX-License-Identifier: Apache-2.0
// Bringing in, computing, checking, making: forms into requests.
#include "app/desktop/job_desk.hpp"

#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>
#include <algorithm>

#include "app/desktop/choice_box.hpp"
#include "app/desktop/figure_bar.hpp"
#include "app/desktop/form_fields.hpp"
#include "app/desktop/guide_pages.hpp"
#include "app/desktop/map_print.hpp"
#include "app/desktop/outcome_view.hpp"
#include "app/desktop/status_line.hpp"
#include "app/jobs/check.hpp"
#include "app/jobs/import.hpp"
#include "app/jobs/import_guess.hpp"
#include "app/jobs/new.hpp"
#include "app/jobs/sample_workspace.hpp"
#include "app/project/province_pack.hpp"
#include "geo/base/error.hpp"
#include "geo/crs/vn2000.hpp"

namespace app {
namespace {

QComboBox* kindField(const Desk& desk) {
    std::vector<std::pair<std::string, QString>> kinds;
    for (const std::string& word : layers::kindWords())
        kinds.emplace_back(word, capitalised(desk.word(word)));
    return choiceField(kinds);
}

QComboBox* encodingField(const Desk& desk) {
    return choiceField({{"auto", desk.sentence("desktop.encoding-auto")},
                        {"utf-8", "UTF-8"},
                        {"tcvn3", "TCVN3 (ABC)"},
                        {"vni", "VNI"},
                        {"viscii", "VISCII"},
                        {"cp1258", "Windows-1258"}});
}

/// The workspace's own system and those the country's papers are drawn in; any other may be typed.
QComboBox* crsField(const Desk& desk, const geo::Crs& own) {
    std::vector<std::pair<std::string, QString>> systems{{"", desk.sentence("desktop.crs-of-file")}};
    const auto add = [&](const geo::Crs& crs) {
        const std::string option = geo::optionFor(crs);
        const QString name = systemName(crs.name(), crs.centralMeridian_deg(), crs.centralScale(), desk);
        systems.emplace_back(option, name + " (" + toQt(option) + ")");
    };
    if (own.isKnown()) add(own);
    for (const char* code : {"EPSG:4326", "EPSG:4756", "EPSG:3405", "EPSG:32648"}) add(geo::Crs::fromText(code));
    auto* const field = choiceField(systems);
    field->setEditable(true);
    return field;
}

std::string crsText(const QComboBox& field) {
    const int index = field.findText(field.currentText());
    return index >= 0 ? field.itemData(index).toString().toStdString() : field.currentText().toStdString();
}

/// The fields of an import, as they are filled in.
struct ImportForm {
    QComboBox* kind;
    QComboBox* crs;
    QComboBox* encoding;
    QLineEdit* epoch;
    QLineEdit* asOf;
    QComboBox* release;
    QLineEdit* document;
    QLineEdit* layer;
    QComboBox* decimal;
    QCheckBox* accept;

    ImportForm(const Desk& desk, const geo::Crs& own)
        : kind(kindField(desk)),
          crs(crsField(desk, own)),
          encoding(encodingField(desk)),
          epoch(dayField(desk)),
          asOf(dayField(desk)),
          release(choiceField({{"draft", desk.sentence("map.release-draft")},
                               {"provisional", desk.sentence("map.release-provisional")},
                               {"approved", desk.sentence("map.release-approved")}})),
          document(new QLineEdit),
          layer(new QLineEdit),
          decimal(choiceField({{"", desk.sentence("desktop.decimal-of-file")},
                               {"comma", desk.word("decimal-comma")},
                               {"point", desk.word("decimal-point")}})),
          accept(new QCheckBox(desk.sentence("desktop.import-accept"))) {}

    ImportRequest request(const QStringList& files) const {
        ImportRequest request;
        for (const QString& file : files) request.files.push_back(pathOf(file));
        request.kind = layers::parseKind(chosen(*kind)).value_or(layers::Kind::Layer);
        const std::string system = crsText(*crs);
        if (!system.empty()) request.crs = geo::crsFromOption(system);
        request.encoding = layers::parseEncoding(chosen(*encoding)).value_or(layers::Encoding::Auto);
        request.epoch = dayIn(*epoch);
        request.asOf = dayIn(*asOf);
        request.release = layers::parseRelease(chosen(*release)).value_or(layers::Release::Draft);
        request.document = document->text().trimmed().toStdString();
        request.layerName = layer->text().trimmed().toStdString();
        const std::string mark = chosen(*decimal);
        if (mark == "comma") request.decimal = layers::DecimalMark::Comma;
        if (mark == "point") request.decimal = layers::DecimalMark::Point;
        request.isEpochAccepted = accept->isChecked();
        return request;
    }
};

void addFields(JobDialog& dialog, const std::shared_ptr<ImportForm>& fields, const Desk& desk) {
    QFormLayout& form = dialog.form();
    form.addRow(desk.sentence("desktop.import-kind"), fields->kind);
    form.addRow(desk.sentence("desktop.import-as-of"), fields->asOf);
    form.addRow(desk.sentence("desktop.import-epoch"), fields->epoch);
    form.addRow(desk.sentence("desktop.import-crs"), fields->crs);
    form.addRow(desk.sentence("desktop.import-encoding"), fields->encoding);
    form.addRow(desk.sentence("desktop.import-release"), fields->release);
    form.addRow(desk.sentence("desktop.import-document"), fields->document);
    form.addRow(desk.sentence("desktop.import-layer"), fields->layer);
    form.addRow(desk.sentence("desktop.import-decimal"), fields->decimal);
    form.addRow({}, fields->accept);
    const auto changed = [&dialog] { dialog.formChanged(); };
    QObject::connect(fields->accept, &QCheckBox::toggled, &dialog, changed);
    for (QComboBox* const box : {fields->kind, fields->crs, fields->encoding, fields->release, fields->decimal})
        QObject::connect(box, &QComboBox::currentTextChanged, &dialog, changed);
    for (QLineEdit* const line : {fields->epoch, fields->asOf, fields->document, fields->layer})
        QObject::connect(line, &QLineEdit::textChanged, &dialog, changed);
}

QString namesOf(const QStringList& files) {
    QStringList names;
    for (const QString& file : files) names << QFileInfo(file).fileName();
    return names.join(", ");
}

QComboBox* levelField(const ThemeChoices& choices, const LevelChoice& level, const Desk& desk) {
    auto* const field = new ChoiceBox;
    for (const LevelChoice& choice : choices.levels) field->addItem(labelOf(choice, choices.levels, desk));
    const auto at = std::ranges::find(choices.levels, level);
    field->setCurrentIndex(static_cast<int>(at - choices.levels.begin()));
    return field;
}

QComboBox* yearField(const ThemeChoices& choices, std::optional<int> year) {
    auto* const field = new ChoiceBox;
    for (const int one : choices.years) field->addItem(QString::number(one), one);
    if (year) field->setCurrentIndex(field->findData(*year));
    return field;
}

}  // namespace

JobDesk::JobDesk(const Desk& desk, QWidget* window)
    : choosePrinter(askForPrinter), m_desk(desk), m_window(window) {}

JobDialog* JobDesk::open(const QString& title, const char* topic) {
    auto* const dialog = new JobDialog(m_desk, title, m_window);
    setGuideTopic(*dialog, topic);
    dialog->onDone = [this](const Outcome& outcome) {
        if (onChanged) onChanged(outcome);
    };
    dialog->setModal(true);
    dialog->show();
    return dialog;
}

JobDialog* JobDesk::importFiles(const JobGround& ground, const QStringList& files) {
    QStringList wanted = files;
    if (wanted.isEmpty())
        wanted = QFileDialog::getOpenFileNames(m_window, m_desk.sentence("desktop.import"));
    if (wanted.isEmpty()) return nullptr;
    JobDialog* const dialog =
        open(m_desk.sentence("desktop.import-of", {{"files", namesOf(wanted).toStdString()}}), "import");
    const auto fields = std::make_shared<ImportForm>(m_desk, ground.crs);
    choose(*fields->kind, layers::wordOf(guessKind(pathOf(wanted.front())).value_or(layers::Kind::Layer)));
    addFields(*dialog, fields, m_desk);
    const auto unmatched = std::make_shared<std::int64_t>(0);
    const auto work = [project = ground.project, fields, wanted, unmatched](bool isDry) -> JobDialog::Work {
        ImportRequest request = fields->request(wanted);
        request.dryRun = isDry;
        return [project, request, unmatched](geo::Progress& progress) {
            Outcome outcome = app::importFiles(project, request, progress);
            const bool hasNames =
                request.kind == layers::Kind::Indicators && !request.dryRun && !outcome.refusal;
            *unmatched = hasNames ? rowsToAnswer(outcome.project, progress) : 0;
            return outcome;
        };
    };
    dialog->onDone = [this, dialog, ground, unmatched](const Outcome& outcome) {
        if (onChanged) onChanged(outcome);
        JobGround after = ground;
        after.project = outcome.project;
        if (*unmatched > 0) leadToNames(*dialog, after, *unmatched);
    };
    dialog->setPreview([work] { return work(true); });
    dialog->setWork(m_desk.sentence("desktop.import-do"), [work] { return work(false); });
    return dialog;
}

JobDialog* JobDesk::compute(const JobGround& ground) {
    JobDialog* const dialog = open(m_desk.sentence("desktop.compute"), "import");
    auto* const level = levelField(ground.choices, ground.level, m_desk);
    auto* const year = yearField(ground.choices, ground.year);
    auto* const method = choiceField({{"", m_desk.sentence("desktop.method-default")},
                                      {"register", m_desk.word("register")},
                                      {"overlay", m_desk.word("overlay")}});
    dialog->form().addRow(m_desk.sentence("desktop.level"), level);
    dialog->form().addRow(m_desk.sentence("desktop.year"), year);
    if (ground.indicator == "forest-cover") dialog->form().addRow(m_desk.sentence("desktop.method"), method);
    dialog->setWork(m_desk.sentence("desktop.compute-do"), [ground, level, year, method]() -> JobDialog::Work {
        if (level->currentIndex() < 0)
            throw geo::Error(geo::ErrorKind::NotFound, "desktop.no-borders", {{"theme", ground.wish.theme}});
        const LevelChoice choice = ground.choices.levels.at(static_cast<std::size_t>(level->currentIndex()));
        ComputeRequest request;
        request.indicator = ground.indicator;
        request.level = choice.level;
        if (layers::isAdministrative(choice.level)) request.unitsOn = choice.unitsOn;
        if (year->currentIndex() >= 0) request.period = year->currentData().toInt();
        request.method = parseCoverMethod(chosen(*method));
        return [project = ground.project, request](geo::Progress& progress) {
            return computeIndicator(project, request, progress);
        };
    });
    return dialog;
}

JobDialog* JobDesk::checkPoints(const JobGround& ground, const QString& file, const QString& proposed) {
    QString wanted = file;
    if (wanted.isEmpty()) wanted = QFileDialog::getOpenFileName(m_window, m_desk.sentence("desktop.check"));
    if (wanted.isEmpty()) return nullptr;
    JobDialog* const dialog = open(
        m_desk.sentence("desktop.check-of", {{"file", QFileInfo(wanted).fileName().toStdString()}}), "check");
    auto* const crs = crsField(m_desk, ground.crs);
    QLineEdit* out = nullptr;
    QWidget* const field = fileField(out, m_desk, [this, dialog] {
        return QFileDialog::getSaveFileName(dialog, m_desk.sentence("desktop.check-out"), {},
                                            "GPX (*.gpx);;GeoPackage (*.gpkg);;PDF (*.pdf);;Excel (*.xlsx);;CSV (*.csv)");
    });
    out->setObjectName("file");
    out->setText(proposed);
    dialog->form().addRow(m_desk.sentence("desktop.import-crs"), crs);
    dialog->form().addRow(m_desk.sentence("desktop.check-out"), field);
    dialog->setWork(m_desk.sentence("desktop.check-do"), [this, ground, wanted, crs, out]() -> JobDialog::Work {
        CheckRequest request;
        request.file = pathOf(wanted);
        if (!crsText(*crs).empty()) request.crs = geo::crsFromOption(crsText(*crs));
        if (!out->text().trimmed().isEmpty()) request.out = pathOf(out->text().trimmed());
        return [project = ground.project, request, &desk = m_desk](geo::Progress& progress) {
            return app::checkPoints(project, request, {desk.words, desk.session.get()}, progress);
        };
    });
    return dialog;
}

JobDialog* JobDesk::makeWorkspace(bool fromSample) {
    JobDialog* const dialog =
        open(m_desk.sentence(fromSample ? "desktop.open-sample" : "desktop.new-workspace"), "start");
    auto* const province = new ChoiceBox;
    for (const std::string& code : knownProvinces(m_desk.dataFolder)) {
        province->addItem(toQt(readPack(m_desk.dataFolder, code).name), toQt(code));
    }
    QLineEdit* file = nullptr;
    QWidget* const field = fileField(file, m_desk, [this, dialog] {
        return QFileDialog::getSaveFileName(dialog, m_desk.sentence("desktop.workspace-file"), {}, "Khoanh (*.khoanh)");
    });
    file->setText(QDir::home().filePath(fromSample ? "khoanh-sample.khoanh" : "khoanh.khoanh"));
    dialog->form().addRow(m_desk.sentence("desktop.province-name"), province);
    dialog->form().addRow(m_desk.sentence("desktop.workspace-file"), field);
    dialog->onDone = [this](const Outcome& outcome) {
        if (onMade) onMade(outcome.project.workspace);
    };
    dialog->setWork(m_desk.sentence("desktop.make"), [this, province, file, fromSample]() -> JobDialog::Work {
        const std::string code = chosen(*province);
        const auto path = pathOf(file->text().trimmed());
        return [code, path, fromSample, data = m_desk.dataFolder](geo::Progress& progress) {
            if (fromSample) return makeSampleWorkspace({.workspace = path, .dataFolder = data, .province = code}, progress);
            return app::makeWorkspace({path, data, code, {}}, progress);
        };
    });
    return dialog;
}

}  // namespace app
