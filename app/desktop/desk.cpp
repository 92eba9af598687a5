// SPDX-License-Identifier: Apache-2.0
// The catalogue's answers as Qt wants them.
#include "app/desktop/desk.hpp"

#include <array>
#include <utility>

namespace app {
namespace {

/// Sentences name options of the command line; in the window the same is a field or a button. Longer ones
/// first: `--as-of` begins with `--as`.
constexpr std::array<std::pair<const char*, const char*>, 16> fields{
    {{"--accept-epoch", "desktop.field-accept"},
     {"--as-of", "desktop.field-as-of"},
     {"--as", "desktop.field-kind"},
     {"--crs", "desktop.field-crs"},
     {"--epoch", "desktop.field-epoch"},
     {"--encoding", "desktop.field-encoding"},
     {"--decimal", "desktop.field-decimal"},
     {"--layer", "desktop.field-layer"},
     {"--by", "desktop.field-level"},
     {"--method", "desktop.field-method"},
     {"--size", "desktop.field-page"},
     {"--extent", "desktop.field-extent"},
     {"--dry-run", "desktop.field-preview"},
     {"khoanh import", "desktop.field-import"},
     {"khoanh undo", "desktop.field-undo"},
     {"khoanh new", "desktop.field-new"}}};

QString inWindowWords(QString sentence, const Catalogue& words) {
    if (!sentence.contains("--") && !sentence.contains("khoanh ")) return sentence;
    for (const auto& [option, field] : fields) sentence.replace(option, toQt(words.sentence(field)));
    return sentence;
}

}  // namespace

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString capitalised(const QString& text) {
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

QString Desk::sentence(std::string_view id, std::vector<geo::Argument> arguments) const {
    return toQt(words.sentence(id, std::move(arguments)));
}

QString Desk::sentence(const geo::Message& message) const {
    return inWindowWords(toQt(words.sentence(message)), words);
}

QString Desk::sentence(const geo::Error& error) const {
    return inWindowWords(toQt(words.sentence(error)), words);
}

QString Desk::word(const std::string& code) const {
    return words.knows("word." + code) ? sentence("word." + code) : toQt(code);
}

QString Desk::number(double value, int decimals) const {
    return toQt(formatNumber(value, decimals, words.language()));
}

QString Desk::day(const geo::Date& date) const { return toQt(formatDate(date, words.language())); }

}  // namespace app
