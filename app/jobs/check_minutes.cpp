// SPDX-License-Identifier: Apache-2.0
// Words of minutes, and their pages painted.
#include "app/jobs/check_minutes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/jobs/check_map.hpp"
#include "app/jobs/field_time.hpp"
#include "app/jobs/map_page.hpp"
#include "app/jobs/office_paper.hpp"
#include "styles/map/point_layer.hpp"

namespace app {
namespace {

constexpr int openingRules = 2;
constexpr int closingRules = 4;

using Facts = std::vector<styles::FigureRow>;

std::string nameOf(const std::filesystem::path& path) { return path.filename().string(); }

std::string capitalised(std::string text) {
    // Of other letters than ASCII's no sentence of ours begins with any but đ.
    constexpr std::string_view small = "đ";
    if (text.starts_with(small)) return text.replace(0, small.size(), "Đ");
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// `15:00:05, 30/11/2026 (UTC+7)`; what nobody can read stays as it was written.
std::string momentText(const std::string& time, const Catalogue& words) {
    const auto moment = localMoment(time);
    if (!moment) return time;
    if (moment->clock.empty()) return formatDate(moment->day, words.language());
    return words.sentence("minutes.moment", {{"clock", moment->clock}, {"day", geo::isoText(moment->day)}});
}

std::string spanText(const std::string& first, const std::string& last, const Catalogue& words) {
    const auto from = localMoment(first);
    const auto to = localMoment(last);
    if (!from || !to || from->day != to->day)
        return momentText(first, words) + " – " + momentText(last, words);
    return words.sentence("minutes.span",
                          {{"from", from->clock}, {"to", to->clock}, {"day", geo::isoText(from->day)}});
}

std::string accuracyText(const CheckedPoint& checked, const Catalogue& words) {
    const std::string& from = checked.point.accuracyFrom;
    const std::string word = checked.answer.isAccuracyAssumed ? "assumed" : from.empty() ? "stated" : "accuracy-" + from;
    return words.sentence("minutes.accuracy", {{"accuracy_m", checked.answer.accuracy_m},
                                               {"from", word},
                                               {"percent", 100 * checked.answer.probabilityInside}});
}

std::string verdictText(const CheckedPoint& checked, const Stretch& stretch, const Catalogue& words) {
    const layers::VisitAnswer& answer = checked.answer;
    if (answer.declaredName.empty() || !std::isfinite(stretch.toBorder.value))
        return words.sentence("minutes.against-nothing");
    return words.sentence("minutes.against", {{"unit", answer.declaredName},
                                              {"basis", "basis-" + layers::wordOf(answer.basis)},
                                              {"distance_m", stretch.toBorder.value}});
}

struct MinutesGround {
    const CheckGround& ground;
    geo::Extent reach;
};

/// Facts of one entry; those nobody knows are left out.
class EntryFacts {
  public:
    EntryFacts(const CheckedPoint& checked, const MinutesGround& ground, const Catalogue& words)
        : m_checked(checked), m_ground(ground.ground), m_reach(ground.reach), m_words(words) {}

    Facts of(const Stretch& stretch, const std::string& lastTime) {
        addPlace();
        addCoordinates();
        add("minutes.accuracy-label", accuracyText(m_checked, m_words));
        add("minutes.against-label", verdictText(m_checked, stretch, m_words));
        addNearby();
        addTime(lastTime);
        add("minutes.device-label", m_checked.point.device);
        add("minutes.note-label", m_checked.point.note);
        add("minutes.photo-label", nameOf(m_checked.point.photo));
        return std::move(m_facts);
    }

  private:
    void add(const char* label, const std::string& value) {
        if (!value.empty()) m_facts.push_back({m_words.sentence(label), value});
    }

    void addPlace() {
        const layers::VisitAnswer& answer = m_checked.answer;
        const bool isOff = answer.actualCode.empty() && answer.actualName.empty();
        add("minutes.place-label",
            isOff ? m_words.sentence("field.off-units")
                  : m_words.sentence("minutes.place", {{"name", answer.actualName}, {"code", answer.actualCode}}));
        add("minutes.former-label", formerText());
        add("minutes.basin-label", m_checked.underfoot.basin);
    }

    /// Units of earlier days, those of one day together.
    std::string formerText() const {
        std::string text;
        const auto& names = m_checked.underfoot.formerUnits;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].empty()) continue;
            const geo::Date day = m_ground.formerUnits()[i].day;
            const bool isLastOfDay = i + 1 == names.size() || m_ground.formerUnits()[i + 1].day != day;
            text += (text.empty() ? "" : "; ") + names[i];
            if (isLastOfDay) text += " " + m_words.sentence("minutes.on-day", {{"day", geo::isoText(day)}});
        }
        return text;
    }

    void addNearby() {
        if (const auto near = siteOf(m_checked); near && std::isfinite(near->distance.value)) {
            const layers::Site& site = m_ground.sites()[near->site];
            add("minutes.site-label", m_words.sentence("minutes.site", {{"name", site.name},
                                                                        {"kind", layers::wordOf(site.kind)},
                                                                        {"distance_m", near->distance.value}}));
        }
        if (const auto& stream = m_checked.underfoot.stream)
            add("minutes.stream-label", m_words.sentence("minutes.stream", {{"name", stream->name},
                                                                            {"distance_m", stream->distance.value}}));
    }

    void addCoordinates() {
        if (isWithin(m_checked, m_reach))
            add("minutes.plane-label", m_words.sentence("minutes.plane", {{"north", m_checked.at->y},
                                                                         {"east", m_checked.at->x}}));
        const geo::Coordinate degrees = m_checked.point.lonLat_deg;
        std::string text = m_words.sentence("minutes.degrees", {{"lat", degrees.y}, {"lon", degrees.x}});
        if (m_checked.point.elevation_m)
            text += " · " + m_words.sentence("minutes.elevation", {{"elevation_m", *m_checked.point.elevation_m}});
        add("minutes.degrees-label", text);
    }

    void addTime(const std::string& lastTime) {
        const std::string& firstTime = m_checked.point.time;
        add("minutes.time-label", lastTime.empty() || lastTime == firstTime ? momentText(firstTime, m_words)
                                                                            : spanText(firstTime, lastTime, m_words));
    }

    const CheckedPoint& m_checked;
    const CheckGround& m_ground;
    const geo::Extent& m_reach;
    const Catalogue& m_words;
    Facts m_facts;
};

std::string titleOf(const CheckedPoint& checked, const Stretch& stretch, const Catalogue& words) {
    const std::string& own = checked.point.name;
    const std::string name =
        own.empty() ? words.sentence("check.unnamed", {{"row", checked.point.row}}) : own;
    const auto count = static_cast<std::int64_t>(stretch.count);
    if (checked.point.isTrack)
        return capitalised(words.sentence("check.track", {{"name", name}, {"count", count}}));
    return own.empty() ? capitalised(name) : own;
}

styles::SymbolLook markOf(const std::string& category) {
    const styles::PointsLook look = verdictLook();
    return styles::symbolOf(look, look.colours.categoryOf(category), false, 1);
}

std::vector<styles::MinutesEntry> entriesOf(const std::vector<CheckedPoint>& points,
                                            const std::vector<Stretch>& stretches, const MinutesGround& ground,
                                            const Catalogue& words) {
    std::vector<styles::MinutesEntry> entries;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& stretch = stretches[i];
        const CheckedPoint& first = points[stretch.first];
        const std::string verdict = layers::wordOf(first.answer.verdict);
        const std::string& lastTime = points[stretch.first + stretch.count - 1].point.time;
        entries.push_back({.number = std::to_string(i + 1),
                           .title = titleOf(first, stretch, words),
                           .verdict = words.sentence("word." + verdict),
                           .mark = markOf(verdict),
                           .facts = EntryFacts(first, ground, words).of(stretch, lastTime)});
    }
    return entries;
}

std::vector<styles::MinutesMark> legendOf(const CheckMap& map, const std::map<layers::Verdict, std::int64_t>& counts,
                                          const Catalogue& words) {
    std::vector<styles::MinutesMark> legend;
    for (const auto& [verdict, count] : counts) {
        const std::string word = layers::wordOf(verdict);
        legend.push_back({markOf(word), words.sentence("minutes.legend", {{"verdict", word}, {"count", count}})});
    }
    if (map.hasTracks)
        legend.push_back({{styles::Symbol::Circle, 0, trackColour}, words.sentence("minutes.legend-tracks"), true});
    if (map.hasSites) legend.push_back({markOf(siteCategory), words.sentence("minutes.legend-sites")});
    return legend;
}

std::map<layers::Verdict, std::int64_t> countsOf(const std::vector<CheckedPoint>& points) {
    std::map<layers::Verdict, std::int64_t> counts;
    for (const CheckedPoint& checked : points) ++counts[checked.answer.verdict];
    return counts;
}

/// The days of points by the country's clocks, and how many points tell none.
struct CheckDays {
    std::set<geo::Date> days;
    /// With a time in a form nobody can be sure of.
    std::int64_t unread = 0;
    std::int64_t without = 0;
};

CheckDays daysOf(const std::vector<CheckedPoint>& points) {
    CheckDays days;
    for (const CheckedPoint& checked : points) {
        if (const auto moment = localMoment(checked.point.time)) {
            days.days.insert(moment->day);
        } else {
            ++(checked.point.time.empty() ? days.without : days.unread);
        }
    }
    return days;
}

std::string spanOfDays(const std::set<geo::Date>& days, const Catalogue& words) {
    const std::string first = geo::isoText(*days.begin());
    if (days.size() == 1) return words.sentence("minutes.day", {{"day", first}});
    return words.sentence("minutes.days", {{"from", first}, {"to", geo::isoText(*days.rbegin())}});
}

std::string daysText(const std::vector<CheckedPoint>& points, const Catalogue& words) {
    const auto [days, unread, without] = daysOf(points);
    if (days.empty()) return words.sentence(unread > 0 ? "minutes.day-unread" : "minutes.no-day");
    const std::string text = spanOfDays(days, words);
    if (unread + without == 0) return text;
    return text + words.sentence("minutes.days-untold", {{"count", unread + without}});
}

Facts headFacts(const std::vector<CheckedPoint>& points, const CheckGround& ground, const MinutesFacts& facts,
                const Catalogue& words) {
    const layers::LayerRecord& borders = ground.borders();
    Facts head{{words.sentence("minutes.file-label"), nameOf(facts.source.path)},
               {words.sentence("minutes.workspace-label"), nameOf(facts.project.workspace)}};
    const std::string bordersFile = nameOf(borders.source.path);
    head.push_back({words.sentence("minutes.borders-label"),
                    words.sentence("minutes.borders", {{"file", bordersFile.empty() ? borders.name : bordersFile},
                                                       {"day", borders.epoch ? geo::isoText(*borders.epoch) : ""}})});
    head.push_back({words.sentence("minutes.system-label"), facts.workspace.settings().crs.name()});
    std::string counts = words.sentence("minutes.count", {{"count", static_cast<std::int64_t>(points.size())}});
    for (const auto& [verdict, count] : countsOf(points))
        counts += "; " + words.sentence("minutes.count-of", {{"verdict", layers::wordOf(verdict)}, {"count", count}});
    if (facts.withoutPosition > 0)
        counts += "; " + words.sentence("minutes.count-unplaced", {{"count", facts.withoutPosition}});
    head.push_back({words.sentence("minutes.result-label"), counts});
    return head;
}

std::vector<std::string> notesOf(const CheckMap& map, const MinutesFacts& facts, const Catalogue& words) {
    std::vector<std::string> notes{words.sentence("check.note-accuracy"), words.sentence("check.note-verdict")};
    if (map.outside > 0)
        notes.push_back(words.sentence("minutes.off-map", {{"count", static_cast<std::int64_t>(map.outside)}}));
    for (const layers::Finding& finding : facts.reading)
        notes.push_back(capitalised(words.sentence(finding.message)));
    return notes;
}

styles::MinutesText textOf(const std::string& days, const MinutesFacts& facts, const Catalogue& words) {
    styles::MinutesText text;
    text.office = {words.sentence("minutes.office"), words.sentence("minutes.number")};
    addOfficeWords(text, words);
    text.title = words.sentence("minutes.title");
    text.subtitle = days;
    text.mapTitle = words.sentence("minutes.map");
    text.entriesTitle = words.sentence("minutes.points");
    text.placeAndDay = words.sentence("minutes.place-and-day");
    for (const char* id : {"minutes.signer-checker", "minutes.signer-commune", "minutes.signer-site"})
        text.signers.push_back(words.sentence(id));
    text.sourceLine = words.sentence("minutes.source", {{"file", nameOf(facts.source.path)},
                                                        {"digest", facts.source.sha256},
                                                        {"workspace", nameOf(facts.project.workspace)}});
    return text;
}

}  // namespace

styles::MinutesSheet minutesOf(const std::vector<CheckedPoint>& points, const CheckGround& ground,
                               const MinutesFacts& facts, const Catalogue& words) {
    const auto stretches = stretchesOf(points);
    CheckMap map = mapOfChecked(points, stretches, ground, facts.workspace, facts.project, words);
    styles::MinutesSheet sheet;
    sheet.size = a4Upright;
    sheet.pixelsPerInch = paperDotsPerInch;
    sheet.text = textOf(daysText(points, words), facts, words);
    sheet.text.notes = notesOf(map, facts, words);
    sheet.facts = headFacts(points, ground, facts, words);
    sheet.opening = {{words.sentence("minutes.present"), openingRules}};
    sheet.legend = legendOf(map, countsOf(points), words);
    sheet.entries = entriesOf(points, stretches, {ground, reachOf(ground)}, words);
    sheet.closing = {{words.sentence("minutes.conclusion"), closingRules}};
    sheet.map = std::move(map.sheet);
    if (!sheet.map) return sheet;
    sheet.map->size = sheet.size;
    const geo::Crs& crs = facts.workspace.settings().crs;
    const GridKind grid = crs.isGeographic() ? GridKind::None : GridKind::Vn2000;
    dressPage(*sheet.map, {.isPaper = true, .pixelsPerInch = paperDotsPerInch, .grid = grid}, crs, words);
    sheet.text.notes.insert(sheet.text.notes.begin(), sheet.map->text.gridLine);
    return sheet;
}

void writeMinutes(const CheckFile& file, const styles::MinutesSheet& sheet, const styles::PaintSession& session,
                  geo::Progress& progress) {
    paintOfficePaper({file.out, sheet.text.title, file.asOf}, sheet, session,
                     [&](std::size_t done, std::size_t all) {
                         progress.step("check.painting", static_cast<std::int64_t>(done),
                                       static_cast<std::int64_t>(all));
                     });
}

}  // namespace app
