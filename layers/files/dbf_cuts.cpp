// SPDX-License-Identifier: Apache-2.0
// Full fields, and what their last words look like.
#include "layers/files/dbf_cuts.hpp"

#include <algorithm>
#include <optional>

#include "geo/base/error.hpp"
#include "layers/files/dbf_fields.hpp"
#include "layers/text/mojibake.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/syllable.hpp"

namespace layers {
namespace {

// Names and codes as wide as their field are many; their different texts are few enough.
constexpr std::size_t mostTexts = 1000;

/// The text when it is cut.
std::optional<std::string> cutText(const std::string& bytes, Encoding encoding) {
    const std::string_view whole =
        encoding == Encoding::Utf8 ? withoutTornLetter(bytes) : std::string_view(bytes);
    try {
        std::string text = decode(whole, encoding);
        const bool isCut = whole.size() < bytes.size() || bytes.size() >= widestDbfText || endsInHalfAWord(text);
        return isCut ? std::optional(std::move(text)) : std::nullopt;
    } catch (const geo::Error&) {
        return std::nullopt;  // the row that does not decode will be named when it is read
    }
}

std::string fieldName(const std::string& bytes, Encoding encoding) {
    try {
        return decode(withoutTornLetter(bytes), encoding);
    } catch (const geo::Error&) {
        return westernLetters(bytes);
    }
}

}  // namespace

std::string_view withoutTornLetter(std::string_view bytes) {
    if (isUtf8(bytes)) return bytes;
    const std::size_t earliest = bytes.size() - std::min<std::size_t>(bytes.size(), 3);
    for (std::size_t end = bytes.size(); end-- > earliest;) {
        if (static_cast<unsigned char>(bytes[end]) >= 0xC0 && isUtf8(bytes.substr(0, end)))
            return bytes.substr(0, end);
    }
    return bytes;
}

void FullFields::addField(std::string name) { m_fields.push_back({std::move(name), {}}); }

void FullFields::see(std::size_t field, std::string_view bytes, std::int64_t row) {
    if (bytes.empty() || bytes.back() == ' ' || bytes.back() == '\0') return;
    auto& texts = m_fields[field].texts;
    auto known = texts.find(bytes);
    if (known == texts.end()) {
        if (texts.size() >= mostTexts) return;
        known = texts.emplace(bytes, Seen{0, row}).first;
    }
    ++known->second.count;
}

std::vector<geo::Message> FullFields::cuts(Encoding encoding) const {
    std::vector<geo::Message> found;
    for (const Field& field : m_fields) {
        Seen all;
        std::string sample;
        for (const auto& [bytes, seen] : field.texts) {
            const auto text = cutText(bytes, encoding);
            if (!text) continue;
            if (all.count == 0 || seen.firstRow < all.firstRow) {
                all.firstRow = seen.firstRow;
                sample = *text;
            }
            all.count += seen.count;
        }
        if (all.count == 0) continue;
        found.push_back({"text.cut",
                         {{"column", fieldName(field.name, encoding)},
                          {"count", all.count},
                          {"row", all.firstRow},
                          {"sample", sample}}});
    }
    return found;
}

}  // namespace layers
