// SPDX-License-Identifier: Apache-2.0
// Heads, lists and rows for each kind.
#include "app/jobs/form.hpp"

#include <algorithm>

#include "app/jobs/workspace_view.hpp"
#include "geo/base/error.hpp"
#include "layers/files/table_file.hpp"

namespace app {
namespace {

using layers::FieldType;
using layers::Kind;

struct Form {
    layers::Table table;
    std::vector<layers::ColumnChoices> choices;
};

const std::vector<std::string> quantities{"tấn/ngày", "tấn/năm", "kg/ngày", "toe"};
const std::vector<std::string> statuses{"theo báo cáo", "ước tính", "chưa báo cáo", "không áp dụng"};
const std::vector<std::string> stages{"đề xuất", "đang triển khai", "đang hoạt động", "dừng hoạt động"};

layers::Value orNothing(const std::string& text) {
    return text.empty() ? layers::Value() : layers::Value(text);
}

layers::Value orNothing(std::optional<int> year) {
    return year ? layers::Value(std::int64_t{*year}) : layers::Value();
}

Form indicatorForm(const std::vector<layers::Unit>& communes, const FormRequest& request) {
    Form form{{{{"code"},
                {"name"},
                {"indicator"},
                {"period", FieldType::Whole},
                {"numerator", FieldType::Decimal},
                {"denominator", FieldType::Decimal},
                {"unit"},
                {"status"},
                {"source"}},
               {}},
              {{6, quantities}, {7, statuses}}};
    const std::string indicator = request.indicator.empty() ? "waste-rural" : request.indicator;
    for (const layers::Unit& unit : communes) {
        form.table.rows.push_back(
            {unit.code, unit.name, indicator, orNothing(request.period), {}, {}, quantities.front(), {}, {}});
    }
    return form;
}

Form targetForm(const std::vector<layers::Unit>& communes, const FormRequest& request) {
    Form form{{{{"indicator"},
                {"unit_code"},
                {"unit_name"},
                {"year", FieldType::Whole},
                {"operator"},
                {"value", FieldType::Decimal},
                {"unit"},
                {"document"}},
               {}},
              {{4, {">=", ">", "<=", "<"}}}};
    for (const layers::Unit& unit : communes)
        form.table.rows.push_back({orNothing(request.indicator),
                                   unit.code,
                                   unit.name,
                                   orNothing(request.period),
                                   ">=",
                                   {},
                                   "%",
                                   {}});
    return form;
}

Form placeForm(Kind kind) {
    if (kind == Kind::Outfalls)
        return {{{{"ma"},
                  {"ten"},
                  {"loai_hinh"},
                  {"ma_xa"},
                  {"ten_xa"},
                  {"kinh_do"},
                  {"vi_do"},
                  {"luu_luong_m3_ngay"},
                  {"dat_chuan_m3_ngay"},
                  {"quy_chuan"},
                  {"song"}},
                 {}},
                {{2, {"cơ sở sản xuất", "kinh doanh, dịch vụ", "khu tập trung", "cụm công nghiệp"}}}};
    if (kind == Kind::Landfills)
        return {{{{"ma"}, {"ten"}, {"ma_xa"}, {"ten_xa"}, {"kinh_do"}, {"vi_do"}, {"dien_tich_ha"}}, {}}, {}};
    return {{{{"ma"},
              {"ten"},
              {"ma_xa"},
              {"ten_xa"},
              {"linh_vuc"},
              {"giai_doan"},
              {"kinh_do"},
              {"vi_do"},
              {"co_quan"}},
             {}},
            {{4, {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}}, {5, stages}}};
}

Form formOf(const std::vector<layers::Unit>& communes, const FormRequest& request) {
    switch (request.kind) {
        case Kind::Indicators:
            return indicatorForm(communes, request);
        case Kind::Targets:
            return targetForm(communes, request);
        case Kind::Outfalls:
        case Kind::Landfills:
        case Kind::Models:
            return placeForm(request.kind);
        case Kind::Communes:
        case Kind::Districts:
        case Kind::Basins:
        case Kind::Rivers:
        case Kind::Forest:
        case Kind::Clusters:
        case Kind::Mines:
        case Kind::Hydropower:
        case Kind::Lineage:
        case Kind::Names:
        case Kind::Layer:
            break;
    }
    throw geo::Error(geo::ErrorKind::Usage, "form.kind-without", {{"kind", layers::wordOf(request.kind)}});
}

}  // namespace

Outcome makeForm(const Project& project, const FormRequest& request, const Catalogue& words,
                 geo::Progress& progress) {
    progress.throwIfStopped();
    const auto workspace = layers::Workspace::open(project.workspace, layers::Access::Read);
    const auto units = unitRegister(workspace);
    const auto commune = layers::UnitLevel::Commune;
    const geo::Date day = unitsDay(units, commune, request.unitsOn);
    const Form form = formOf(units.inForce(commune, day), request);
    const std::string kind = layers::wordOf(request.kind);
    layers::TableText text{
        words.sentence("form.title", {{"kind", kind}, {"day", geo::isoText(day)}}), {}, kind, {}};
    text.choices = form.choices;
    layers::writeTable(request.out, form.table, text, {day, layers::Encoding::Utf8, {}});
    Outcome outcome{.verb = "template", .project = project};
    outcome.files = {request.out};
    outcome.rows = {{{"file", request.out.string()},
                     {"kind", kind},
                     {"rows", static_cast<std::int64_t>(form.table.rows.size())}}};
    outcome.summary = {{"form.made",
                        {{"file", request.out.string()},
                         {"kind", kind},
                         {"count", static_cast<std::int64_t>(form.table.rows.size())}}}};
    return outcome;
}

}  // namespace app
