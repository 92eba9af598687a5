// SPDX-License-Identifier: Apache-2.0
// Small changes, and bytes that mean something to somebody.
#include "tests/fuzz/mutator.hpp"

#include <array>
#include <string_view>

namespace fuzz {
namespace {

constexpr std::size_t longest = 65536;
using namespace std::string_view_literals;

/// Signs of the formats, numbers at the edge of their kind, letters whole, torn, in parts and wrong.
constexpr std::array tellingBytes{","sv,
                                  "\""sv,
                                  "\"\""sv,
                                  "\r\n"sv,
                                  "\t"sv,
                                  ";"sv,
                                  "\0"sv,
                                  "\xEF\xBB\xBF"sv,
                                  "\xFF\xFE"sv,
                                  "\xFE\xFF"sv,
                                  "\xE1\xBB"sv,
                                  "\xC3"sv,
                                  "\xF0\x9F\x8C\xB3"sv,
                                  "\xED\xA0\x80"sv,
                                  "\xC0\x80"sv,
                                  "\xCC\x80"sv,
                                  "\xCC\xA3"sv,
                                  "\xC6\xB0"sv,
                                  "\xE1\xBB\x99"sv,
                                  "\xC2\xA0"sv,
                                  "<"sv,
                                  "</"sv,
                                  "/>"sv,
                                  "<![CDATA["sv,
                                  "]]>"sv,
                                  "<!--"sv,
                                  "&#x110000;"sv,
                                  "&#xD800;"sv,
                                  "&amp;"sv,
                                  "r=\"XFD1048576\""sv,
                                  "r=\"A0\""sv,
                                  "s=\"99999999999\""sv,
                                  "t=\"s\""sv,
                                  "-1"sv,
                                  "1e309"sv,
                                  "1.234,5"sv,
                                  "99999999999999999999"sv,
                                  "2147483648"sv,
                                  "-0"sv,
                                  "NaN"sv,
                                  "xã "sv,
                                  "TT."sv,
                                  "P."sv,
                                  "00"sv};

}  // namespace

std::string Mutator::next() {
    std::string bytes = anySeed();
    const std::size_t changes = 1 + below(16);
    for (std::size_t i = 0; i < changes; ++i) change(bytes);
    if (bytes.size() > longest) bytes.resize(longest);
    return bytes;
}

std::string Mutator::piece(const std::string& bytes) {
    const std::size_t begin = below(bytes.size());
    return bytes.substr(begin, 1 + below(64));
}

std::string Mutator::telling() { return std::string(tellingBytes[below(tellingBytes.size())]); }

void Mutator::change(std::string& bytes) {
    const std::size_t at = below(bytes.size() + 1);
    const bool isInside = at < bytes.size();
    switch (below(8)) {
        case 0:
            if (isInside) bytes[at] = static_cast<char>(m_random());
            break;
        case 1:
            if (isInside) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
            break;
        case 2:
            bytes.erase(at, 1 + below(32));
            break;
        case 3:
            bytes.insert(at, 1 + below(4), static_cast<char>(m_random()));
            break;
        case 4:
            bytes.insert(at, telling());
            break;
        case 5:
            bytes.insert(at, piece(anySeed()));
            break;
        case 6:
            bytes.insert(at, piece(bytes));
            break;
        default:
            bytes.resize(at);
            break;
    }
}

}  // namespace fuzz
