// SPDX-License-Identifier: Apache-2.0
// A scanner with five states: code, two kinds of comment, literal, raw literal.
#include "tests/architecture/cpp_text.hpp"

#include <algorithm>
#include <cctype>
#include <string>

namespace fences {
namespace {

bool isWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class Scanner {
 public:
    explicit Scanner(std::string_view source) : m_source(source) { m_result.code.assign(source); }

    CppText run() {
        while (m_at < m_source.size()) step();
        return std::move(m_result);
    }

 private:
    bool startsWith(std::string_view word) const { return m_source.substr(m_at).starts_with(word); }

    void blank(std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < std::min(to, m_source.size()); ++i) {
            if (m_source[i] != '\n') m_result.code[i] = ' ';
        }
    }

    std::size_t endOf(std::string_view mark, std::size_t from) const {
        const auto found = m_source.find(mark, from);
        return found == std::string_view::npos ? m_source.size() : found;
    }

    void step() {
        if (startsWith("//")) return skipTo(endOf("\n", m_at));
        if (startsWith("/*")) return skipTo(endOf("*/", m_at + 2) + 2);
        if (startsWith("R\"") && !followsWord()) return takeRawLiteral();
        if (m_source[m_at] == '"') return takeLiteral('"');
        if (m_source[m_at] == '\'' && !followsWord()) return takeLiteral('\'');
        ++m_at;
    }

    // 1'000 and u8R"(…)": the character belongs to the word before it.
    bool followsWord() const { return m_at > 0 && isWordCharacter(m_source[m_at - 1]); }

    void skipTo(std::size_t end) {
        blank(m_at, end);
        m_at = end;
    }

    void takeLiteral(char quote) {
        std::size_t end = m_at + 1;
        while (end < m_source.size() && m_source[end] != quote && m_source[end] != '\n') {
            end += m_source[end] == '\\' ? 2u : 1u;
        }
        keep(m_at + 1, end, quote == '"');
        m_at = end + 1;
    }

    void takeRawLiteral() {
        const std::size_t open = endOf("(", m_at);
        const std::string close = ")" + std::string(m_source.substr(m_at + 2, open - m_at - 2)) + "\"";
        const std::size_t end = endOf(close, open);
        keep(open + 1, end, true);
        m_at = end + close.size();
    }

    void keep(std::size_t from, std::size_t to, bool isText) {
        to = std::min(to, m_source.size());
        if (isText) {
            m_result.literals.push_back(
                {lineAt(m_source, m_at), m_at, std::string(m_source.substr(from, to - from))});
        }
        blank(from, to);
    }

    std::string_view m_source;
    CppText m_result;
    std::size_t m_at = 0;
};

// `#include` or `#  include` at the start of a line of code.
bool isIncludeLine(std::string_view line) {
    const auto hash = line.find_first_not_of(" \t");
    if (hash == std::string_view::npos || line[hash] != '#') return false;
    const auto word = line.find_first_not_of(" \t", hash + 1);
    return word != std::string_view::npos && line.substr(word).starts_with("include");
}

std::string nameBetweenMarks(std::string_view line) {
    const auto open = line.find_first_of("<\"");
    if (open == std::string_view::npos) return {};
    const auto close = line.find_first_of(">\"", open + 1);
    return std::string(line.substr(open + 1, close - open - 1));
}

}  // namespace

CppText takeApart(std::string_view source) { return Scanner(source).run(); }

std::vector<Include> includesOf(std::string_view source) {
    const std::string code = takeApart(source).code;
    std::vector<Include> includes;
    std::size_t line = 1;
    for (std::size_t start = 0; start < code.size(); ++line) {
        const std::size_t end = std::min(code.find('\n', start), code.size());
        if (isIncludeLine(std::string_view(code).substr(start, end - start))) {
            includes.push_back({line, nameBetweenMarks(source.substr(start, end - start))});
        }
        start = end + 1;
    }
    return includes;
}

std::size_t lineAt(std::string_view text, std::size_t position) {
    return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, position), '\n'));
}

}  // namespace fences
