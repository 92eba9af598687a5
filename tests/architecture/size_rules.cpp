// SPDX-License-Identifier: Apache-2.0
// A brace matcher that knows a function by the parentheses before its body.
#include "tests/architecture/size_rules.hpp"

#include <algorithm>
#include <cctype>

#include "tests/architecture/cpp_text.hpp"

namespace fences {
namespace {

bool isSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

bool isNameCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == ':' || c == '~';
}

// Directives may open a brace twice (#if … #else …) and say nothing about length.
std::string withoutDirectives(const std::string& code) {
    std::string kept;
    bool continues = false;
    for (std::size_t start = 0; start < code.size();) {
        const std::size_t end = std::min(code.find('\n', start), code.size());
        const std::string line = code.substr(start, end - start);
        const std::size_t first = line.find_first_not_of(" \t");
        const bool isDirective = continues || (first != std::string::npos && line[first] == '#');
        if (!isDirective) kept += line;
        kept += '\n';
        continues = isDirective && line.ends_with('\\');
        start = end + 1;
    }
    return kept;
}

std::string nameIn(const std::string& head) {
    std::size_t end = head.find('(');
    while (end > 0 && isSpace(head[end - 1])) --end;
    std::size_t start = end;
    while (start > 0 && isNameCharacter(head[start - 1])) --start;
    return head.substr(start, end - start);
}

// `Foo::Foo() : m_a{1}, m_b{2} {`: a brace right after a member's name, once the initialisers have begun.
bool opensMemberInitialiser(const std::string& head) {
    const auto last = head.find_last_not_of(" \t\n");
    if (last == std::string::npos || !(isNameCharacter(head[last]) || head[last] == '>')) return false;
    for (auto at = head.find(')'); at != std::string::npos; at = head.find(')', at + 1)) {
        const auto next = head.find_first_not_of(" \t\n", at + 1);
        if (next != std::string::npos && head[next] == ':' && head.compare(next, 2, "::") != 0) return true;
    }
    return head.find("noexcept :") != std::string::npos;
}

class FunctionFinder {
 public:
    explicit FunctionFinder(std::string code) : m_code(std::move(code)) {}

    std::vector<FunctionSpan> run() {
        for (; m_at < m_code.size(); ++m_at) {
            if (m_code[m_at] == '\n') ++m_line;
            step(m_code[m_at]);
        }
        return std::move(m_functions);
    }

 private:
    enum class Opened { Scope, Function, Initialiser };

    void step(char c) {
        if (c == '{') return open();
        if (c == '}') return close();
        if (m_insideFunction) return;
        if (c == '(') ++m_parentheses;
        if (c == ')') --m_parentheses;
        if (c == ';' && m_parentheses == 0) return startHead();
        if (m_head.empty() && isSpace(c)) return;
        if (m_head.empty()) m_headLine = m_line;
        m_head += c;
    }

    void startHead() {
        m_head.clear();
        m_parentheses = 0;
    }

    Opened kindOfBrace() const {
        if (m_parentheses > 0 || opensMemberInitialiser(m_head)) return Opened::Initialiser;
        return m_head.find('(') != std::string::npos ? Opened::Function : Opened::Scope;
    }

    void open() {
        if (m_insideFunction) {
            ++m_depth;
            return;
        }
        m_opened.push_back(kindOfBrace());
        if (m_opened.back() == Opened::Function) {
            m_functions.push_back({nameIn(m_head), m_headLine, m_headLine});
            m_insideFunction = true;
            m_depth = 0;
        }
        if (m_opened.back() == Opened::Scope) startHead();
    }

    void close() {
        if (m_insideFunction && m_depth > 0) {
            --m_depth;
            return;
        }
        if (m_opened.empty()) return;
        const Opened opened = m_opened.back();
        m_opened.pop_back();
        if (opened == Opened::Initialiser) {
            m_head += "{}";
            return;
        }
        if (opened == Opened::Function) m_functions.back().lastLine = m_line;
        m_insideFunction = false;
        startHead();
    }

    std::string m_code;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::string m_head;
    std::size_t m_headLine = 1;
    int m_parentheses = 0;
    int m_depth = 0;
    bool m_insideFunction = false;
    std::vector<Opened> m_opened;
    std::vector<FunctionSpan> m_functions;
};

}  // namespace

std::vector<FunctionSpan> functionsOf(std::string_view source) {
    return FunctionFinder(withoutDirectives(takeApart(source).code)).run();
}

std::vector<Violation> checkFileLengths(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (file.path.ends_with(".json")) continue;
        const auto lines = static_cast<std::size_t>(std::ranges::count(file.text, '\n'));
        if (lines > longestFile) violations.push_back({file.path, lines, "file is longer than 400 lines"});
    }
    return violations;
}

std::vector<Violation> checkFunctionLengths(const std::vector<SourceFile>& files) {
    std::vector<Violation> violations;
    for (const SourceFile& file : files) {
        if (!isCpp(file.path)) continue;
        for (const FunctionSpan& function : functionsOf(file.text)) {
            if (function.lines() <= longestFunction) continue;
            violations.push_back(
                {file.path, function.firstLine,
                 function.name + " has " + std::to_string(function.lines()) + " lines, 60 at most"});
        }
    }
    return violations;
}

}  // namespace fences
