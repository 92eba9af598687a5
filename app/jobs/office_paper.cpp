// SPDX-License-Identifier: Apache-2.0
// Words set once, pages painted one after another.
#include "app/jobs/office_paper.hpp"

#include <memory>

#include "styles/paint/paint_file.hpp"

namespace app {

void addOfficeWords(styles::MinutesText& text, const Catalogue& words) {
    text.heading = {words.sentence("paper.country"), words.sentence("paper.motto")};
    text.signHint = words.sentence("paper.sign-hint");
    text.pageLine = [said = std::make_shared<const Catalogue>(words)](std::size_t page, std::size_t pages) {
        return said->sentence("paper.page", {{"page", static_cast<std::int64_t>(page)},
                                             {"pages", static_cast<std::int64_t>(pages)}});
    };
}

void paintOfficePaper(const PaperFile& file, const styles::MinutesSheet& sheet,
                      const styles::PaintSession& session,
                      const std::function<void(std::size_t done, std::size_t all)>& onPage) {
    const auto measure = styles::makeTextMeasure(session);
    const auto pages = styles::minutesPages(sheet, *measure);
    std::size_t next = 0;
    const auto nextPage = [&]() -> std::optional<styles::Page> {
        onPage(next, pages.size());
        if (next == pages.size()) return std::nullopt;
        const styles::MinutesPage& page = pages[next++];
        return styles::Page{sheet.size, sheet.pixelsPerInch, file.title,
                            [&](styles::Canvas& canvas, const styles::TextMeasure& room) {
                                styles::drawMinutesPage(sheet, page, canvas, room);
                            }};
    };
    styles::paintPages(file.out, nextPage, file.asOf, session);
}

}  // namespace app
