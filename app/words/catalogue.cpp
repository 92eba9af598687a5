// SPDX-License-Identifier: Apache-2.0
// Sentences with their places filled in.
#include "app/words/catalogue.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>
#include <type_traits>

namespace app {
namespace {

std::string fileNameOf(Language language) { return language == Language::Vietnamese ? "vi.json" : "en.json"; }

int decimalsIn(std::string_view format) {
    int decimals = 0;
    std::from_chars(format.data(), format.data() + format.size(), decimals);
    return decimals;
}

std::string plainText(const geo::ArgumentValue& value, Language language) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return formatWhole(*whole, language);
    return formatShort(std::get<double>(value), language);
}

std::string dateText(const geo::ArgumentValue& value, Language language) {
    constexpr std::string_view between = ", ";
    const std::string text = plainText(value, language);
    std::string written;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find(between), rest.size());
        const auto date = geo::parseDate(rest.substr(0, end));
        if (!date) return text;
        written.append(written.empty() ? "" : between).append(formatDate(*date, language));
        rest.remove_prefix(std::min(end + between.size(), rest.size()));
    }
    return written;
}

bool isNumber(const geo::ArgumentValue& value) { return !std::holds_alternative<std::string>(value); }

double numberOf(const geo::ArgumentValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    return std::get<double>(value);
}

}  // namespace

Catalogue Catalogue::read(const std::filesystem::path& folder, Language language) {
    const auto path = folder / fileNameOf(language);
    std::ifstream file(path);
    if (!file) throw geo::Error(geo::ErrorKind::NotFound, "words.missing", {{"path", path.string()}});
    Catalogue catalogue;
    catalogue.m_language = language;
    try {
        nlohmann::json::parse(file).get_to(catalogue.m_sentences);
    } catch (const nlohmann::json::exception& fault) {
        throw geo::Error(geo::ErrorKind::BadData, "words.unreadable",
                         {{"path", path.string()}, {"reason", fault.what()}});
    }
    return catalogue;
}

bool Catalogue::knows(std::string_view id) const { return m_sentences.contains(id); }

std::string Catalogue::sentence(const geo::Message& message) const {
    const auto found = m_sentences.find(message.id);
    if (found != m_sentences.end()) return filled(found->second, message);
    std::string text = message.id;
    for (const geo::Argument& argument : message.arguments) {
        text += ' ' + argument.name + '=' + plainText(argument.value, m_language);
    }
    return text;
}

std::string Catalogue::sentence(std::string_view id, std::vector<geo::Argument> arguments) const {
    return sentence(geo::Message{std::string(id), std::move(arguments)});
}

std::string Catalogue::sentence(const geo::Error& error) const {
    std::string text;
    std::string said;
    for (const geo::Message& outer : error.context()) {
        std::string doing = sentence(outer);
        // Who asks for a file and who opens it both say that they read it.
        if (doing != said) text += doing + ": ";
        said = std::move(doing);
    }
    return text + sentence(error.message());
}

std::vector<std::string> Catalogue::ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, pattern] : m_sentences) ids.push_back(id);
    return ids;
}

std::string Catalogue::filled(std::string_view pattern, const geo::Message& message) const {
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos) break;
        text += pattern.substr(0, open);
        text += placed(pattern.substr(open + 1, close - open - 1), message);
        pattern.remove_prefix(close + 1);
    }
    return text.append(pattern);
}

std::string Catalogue::wordFor(const std::string& text) const {
    if (knows("word." + text)) return sentence("word." + text);
    // Units are made of parts: `million tonnes/year`.
    const std::size_t rate = text.rfind('/');
    if (rate != std::string::npos && knows("word." + text.substr(rate)))
        return wordFor(text.substr(0, rate)) + sentence("word." + text.substr(rate));
    const std::size_t blank = text.find(' ');
    if (blank != std::string::npos && knows("word.times " + text.substr(0, blank)))
        return sentence("word.times " + text.substr(0, blank)) + ' ' + wordFor(text.substr(blank + 1));
    return text;
}

std::string Catalogue::placed(std::string_view place, const geo::Message& message) const {
    const std::size_t colon = place.find(':');
    const std::string_view name = place.substr(0, colon);
    const std::string_view format = colon == std::string_view::npos ? "" : place.substr(colon + 1);
    const auto found = std::ranges::find(message.arguments, name, &geo::Argument::name);
    if (found == message.arguments.end()) return '{' + std::string(place) + '}';
    if (format == "word") return wordFor(plainText(found->value, m_language));
    if (format == "date") return dateText(found->value, m_language);
    if (!format.empty() && isNumber(found->value)) {
        return formatNumber(numberOf(found->value), decimalsIn(format), m_language);
    }
    return plainText(found->value, m_language);
}

}  // namespace app
