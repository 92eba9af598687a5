// SPDX-License-Identifier: Apache-2.0
// Two blanks a level, one item a line.
#include "sample-data/generator/json_text.hpp"

#include <fmt/format.h>

namespace sample {
namespace {

std::string quoted(std::string_view value) {
    std::string result = "\"";
    for (const char letter : value) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (static_cast<unsigned char>(letter) < 0x20) {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(letter));
        } else {
            result += letter;
        }
    }
    return result + '"';
}

}  // namespace

void JsonText::separate() {
    if (m_isAfterKey) {
        m_isAfterKey = false;
        return;
    }
    if (m_hasItems.empty()) return;
    m_text += m_hasItems.back() ? ",\n" : "\n";
    m_hasItems.back() = true;
    m_text.append(2 * m_hasItems.size(), ' ');
}

void JsonText::begin(char bracket) {
    separate();
    m_text += bracket;
    m_hasItems.push_back(false);
}

void JsonText::end(char bracket) {
    const bool hadItems = m_hasItems.back();
    m_hasItems.pop_back();
    if (hadItems) {
        m_text += '\n';
        m_text.append(2 * m_hasItems.size(), ' ');
    }
    m_text += bracket;
}

void JsonText::key(std::string_view name) {
    separate();
    m_text += quoted(name) + ": ";
    m_isAfterKey = true;
}

void JsonText::text(std::string_view value) {
    separate();
    m_text += quoted(value);
}

void JsonText::whole(std::int64_t value) {
    separate();
    m_text += fmt::format("{}", value);
}

void JsonText::decimal(double value) {
    separate();
    m_text += fmt::format("{}", value);
}

void JsonText::truth(bool value) {
    separate();
    m_text += value ? "true" : "false";
}

void JsonText::nothing() {
    separate();
    m_text += "null";
}

std::string JsonText::take() { return std::move(m_text) + '\n'; }

}  // namespace sample
