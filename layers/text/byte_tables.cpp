// SPDX-License-Identifier: Apache-2.0
// The letters of TCVN3 and VISCII, byte after byte.
#include "layers/text/byte_tables.hpp"

#include <array>
#include <string_view>
#include <unordered_map>

namespace layers {
namespace {

// From 80 to FF; a dot is a byte without a letter. Source: TCVN 5712-3 (domain facts 3.1).
constexpr std::u16string_view tcvn3Upper =
    u"................"
    u"................"
    u"\u00A0ĂÂÊÔƠƯĐăâêôơưđ."
    u".....àảãáạ.ằẳẵắ."
    u"......ặầẩẫấậè.ẻẽ"
    u"éẹềểễếệìỉ...ĩíịò"
    u".ỏõóọồổỗốộờởỡớợù"
    u".ủũúụừửữứựỳỷỹýỵ.";

// From 80 to FF. Source: RFC 1456.
constexpr std::u16string_view visciiUpper =
    u"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    u"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    u"Õắằặấầẩậẽẹếềểễệố"
    u"ồổỗỠƠộờởịỰỨỪỬơớƯ"
    u"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    u"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    u"àáâãảăữẫèéêẻìíĩỉ"
    u"đựòóôõỏọụùúũủýợỮ";

struct LowByte {
    unsigned char byte;
    char16_t letter;
};
// VISCII spends six control bytes on capitals that found no room above.
constexpr std::array<LowByte, 6> visciiLower{
    {{0x02, u'Ẳ'}, {0x05, u'Ẵ'}, {0x06, u'Ẫ'}, {0x14, u'Ỷ'}, {0x19, u'Ỹ'}, {0x1E, u'Ỵ'}}};

// Toned capitals, which TCVN3 leaves to a capital font, and the small letters whose bytes they share.
constexpr std::u16string_view tonedCapitals =
    u"ÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ";
constexpr std::u16string_view tonedSmall =
    u"áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ";
static_assert(tonedCapitals.size() == tonedSmall.size());
static_assert(tcvn3Upper.size() == 128 && visciiUpper.size() == 128);

using ByteOf = std::unordered_map<char16_t, unsigned char>;

ByteOf reversed(std::u16string_view upper) {
    ByteOf bytes;
    for (std::size_t i = 0; i < upper.size(); ++i) {
        if (upper[i] != u'.') bytes.emplace(upper[i], static_cast<unsigned char>(0x80 + i));
    }
    return bytes;
}

ByteOf tcvn3Bytes() {
    ByteOf bytes = reversed(tcvn3Upper);
    for (std::size_t i = 0; i < tonedSmall.size(); ++i) bytes.emplace(tonedCapitals[i], bytes.at(tonedSmall[i]));
    return bytes;
}

ByteOf visciiBytes() {
    ByteOf bytes = reversed(visciiUpper);
    for (const auto& [byte, letter] : visciiLower) bytes.emplace(letter, byte);
    return bytes;
}

std::optional<unsigned char> lookedUp(const ByteOf& bytes, char16_t letter) {
    const auto found = bytes.find(letter);
    if (found == bytes.end()) return std::nullopt;
    return found->second;
}

bool isVisciiCapital(unsigned char byte) {
    for (const LowByte& low : visciiLower) {
        if (low.byte == byte) return true;
    }
    return false;
}

std::optional<char16_t> letterAbove(std::u16string_view upper, unsigned char byte) {
    const char16_t letter = upper[byte - 0x80U];
    if (letter == u'.') return std::nullopt;
    return letter;
}

}  // namespace

std::optional<char16_t> letterOfByte(Encoding encoding, unsigned char byte) {
    if (encoding == Encoding::Viscii) {
        for (const LowByte& low : visciiLower) {
            if (low.byte == byte) return low.letter;
        }
    }
    if (byte < 0x80) return byte;
    if (encoding == Encoding::Tcvn3) return letterAbove(tcvn3Upper, byte);
    if (encoding == Encoding::Viscii) return letterAbove(visciiUpper, byte);
    return std::nullopt;
}

std::optional<unsigned char> byteOfLetter(Encoding encoding, char16_t letter) {
    static const ByteOf tcvn3 = tcvn3Bytes();
    static const ByteOf viscii = visciiBytes();
    if (letter < 0x80) {
        const auto byte = static_cast<unsigned char>(letter);
        if (encoding == Encoding::Viscii && isVisciiCapital(byte)) return std::nullopt;
        return byte;
    }
    if (encoding == Encoding::Tcvn3) return lookedUp(tcvn3, letter);
    if (encoding == Encoding::Viscii) return lookedUp(viscii, letter);
    return std::nullopt;
}

}  // namespace layers
