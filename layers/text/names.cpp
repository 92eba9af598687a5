// SPDX-License-Identifier: Apache-2.0
// Keys of names through ICU's case folding.
#include "layers/text/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

icu::UnicodeString withSingleBlanks(const icu::UnicodeString& text) {
    icu::UnicodeString trimmed;
    bool blankWaits = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 letter = text.char32At(i);
        if (u_isUWhiteSpace(letter) != 0) {
            blankWaits = !trimmed.isEmpty();
            continue;
        }
        if (blankWaits) trimmed.append(UChar32{' '});
        blankWaits = false;
        trimmed.append(letter);
    }
    return trimmed;
}

icu::UnicodeString tidied(std::string_view name) {
    return withSingleBlanks(icu::UnicodeString::fromUTF8(toNfc(name)));
}

/// Folding may take letters apart, so the key is composed once more.
icu::UnicodeString folded(icu::UnicodeString text) {
    text.foldCase();
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const composer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status) != 0) throw geo::Error(geo::ErrorKind::Internal, "text.icu-unusable");
    icu::UnicodeString composed = composer->normalize(text, status);
    if (U_FAILURE(status) != 0) throw geo::Error(geo::ErrorKind::Internal, "text.icu-unusable");
    return composed;
}

std::string utf8Of(const icu::UnicodeString& text) {
    std::string utf8;
    text.toUTF8String(utf8);
    return utf8;
}

/// Words stand before a blank; abbreviations with a dot may touch the name.
constexpr std::array<const char16_t*, 20> prefixes{
    u"thành phố ", u"thị trấn ", u"thị xã ", u"phường ", u"huyện ", u"quận ", u"tỉnh ", u"xã ", u"tp. ", u"tt. ",
    u"tx. ",       u"tp.",       u"tt.",     u"tx.",     u"tp ",    u"tt ",   u"p.",    u"h.",  u"x.",   u"q."};

std::int32_t prefixLength(const icu::UnicodeString& name) {
    const icu::UnicodeString small = folded(name);
    if (small.length() != name.length()) return 0;
    for (const char16_t* const prefix : prefixes) {
        const icu::UnicodeString start(prefix);
        if (small.startsWith(start) && small.length() > start.length()) return start.length();
    }
    return 0;
}

}  // namespace

std::string matchKey(std::string_view name) { return utf8Of(folded(tidied(name))); }

std::string withoutUnitPrefix(std::string_view name) {
    const icu::UnicodeString whole = tidied(name);
    return utf8Of(withSingleBlanks(whole.tempSubString(prefixLength(whole))));
}

}  // namespace layers
