// SPDX-License-Identifier: Apache-2.0
// Tags, attributes and entities.
#include "layers/files/xml_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace layers {
namespace {

constexpr std::string_view spaces = " \t\r\n";
constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};

void appendLetter(std::string& out, std::uint32_t letter) {
    const bool isLetter = letter > 0 && letter <= 0x10FFFF && (letter < 0xD800 || letter > 0xDFFF);
    if (!isLetter) letter = 0xFFFD;
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | (letter >> shift & 0x3FU)); };
    if (letter < 0x80) {
        out += static_cast<char>(letter);
    } else if (letter < 0x800) {
        out += static_cast<char>(0xC0U | letter >> 6U);
        tail(0);
    } else if (letter < 0x10000) {
        out += static_cast<char>(0xE0U | letter >> 12U);
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0U | letter >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

/// What stands between `&` and `;`; false when it names nothing.
bool appendEntity(std::string& out, std::string_view name) {
    const auto* const known = std::ranges::find(entities, name, &std::pair<std::string_view, char>::first);
    if (known != entities.end()) {
        out += known->second;
        return true;
    }
    if (name.size() < 2 || name.front() != '#') return false;
    const bool isHexadecimal = name[1] == 'x';
    const std::string_view digits = name.substr(isHexadecimal ? 2 : 1);
    std::uint32_t letter = 0;
    const auto [stop, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), letter, isHexadecimal ? 16 : 10);
    if (fault != std::errc{} || stop != digits.data() + digits.size()) return false;
    appendLetter(out, letter);
    return true;
}

std::string resolved(std::string_view text) {
    constexpr std::size_t longestEntity = 10;
    std::string out;
    while (true) {
        const std::size_t ampersand = text.find('&');
        out += text.substr(0, ampersand);
        if (ampersand == std::string_view::npos) return out;
        text.remove_prefix(ampersand + 1);
        const std::size_t end = text.substr(0, longestEntity).find(';');
        const bool isKnown = end != std::string_view::npos && appendEntity(out, text.substr(0, end));
        if (isKnown) text.remove_prefix(end + 1);
        if (!isKnown) out += '&';
    }
}

std::string_view withoutPrefix(std::string_view name) { return name.substr(name.find(':') + 1); }

/// Where a tag ends: a `>` inside quotes is none.
std::size_t endOfTag(std::string_view text) {
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quote != 0 && text[i] == quote) {
            quote = 0;
        } else if (quote == 0 && (text[i] == '"' || text[i] == '\'')) {
            quote = text[i];
        } else if (quote == 0 && text[i] == '>') {
            return i;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::string xmlEscaped(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += letter;
        }
    }
    return out;
}

XmlEvent XmlScanner::next() {
    if (std::exchange(m_closesItself, false)) return XmlEvent::Close;
    while (!m_rest.empty()) {
        if (m_rest.front() != '<') {
            const std::size_t end = std::min(m_rest.find('<'), m_rest.size());
            m_text = resolved(m_rest.substr(0, end));
            m_rest.remove_prefix(end);
            return XmlEvent::Text;
        }
        if (m_rest.starts_with("<![CDATA[")) {
            const std::size_t end = m_rest.find("]]>");
            m_text = m_rest.substr(9, end == std::string_view::npos ? end : end - 9);
            skipUntil("]]>");
            return XmlEvent::Text;
        }
        if (m_rest.starts_with("<!--")) {
            skipUntil("-->");
        } else if (m_rest.starts_with("<?") || m_rest.starts_with("<!")) {
            skipUntil(">");
        } else {
            return readTag();
        }
    }
    return XmlEvent::End;
}

XmlEvent XmlScanner::readTag() {
    const std::size_t end = endOfTag(m_rest);
    if (end == std::string_view::npos) {
        m_rest = {};
        return XmlEvent::End;
    }
    std::string_view tag = m_rest.substr(1, end - 1);
    m_rest.remove_prefix(end + 1);
    const bool closes = tag.starts_with('/');
    m_closesItself = !closes && tag.ends_with('/');
    if (closes) tag.remove_prefix(1);
    if (m_closesItself) tag.remove_suffix(1);
    const std::size_t nameEnd = std::min(tag.find_first_of(spaces), tag.size());
    m_name = withoutPrefix(tag.substr(0, nameEnd));
    m_attributes = tag.substr(nameEnd);
    return closes ? XmlEvent::Close : XmlEvent::Open;
}

std::string XmlScanner::attribute(std::string_view name) const {
    std::string_view rest = m_attributes;
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
        const std::size_t equals = rest.find('=');
        const std::size_t quote = rest.find_first_of("\"'", equals);
        if (equals == std::string_view::npos || quote == std::string_view::npos) return {};
        const std::size_t end = rest.find(rest[quote], quote + 1);
        if (end == std::string_view::npos) return {};
        const std::string_view key = rest.substr(0, std::min(rest.find_first_of(spaces), equals));
        if (withoutPrefix(key) == name) return resolved(rest.substr(quote + 1, end - quote - 1));
        rest.remove_prefix(end + 1);
    }
}

void XmlScanner::skipUntil(std::string_view end) {
    const std::size_t at = m_rest.find(end);
    m_rest.remove_prefix(at == std::string_view::npos ? m_rest.size() : at + end.size());
}

}  // namespace layers
