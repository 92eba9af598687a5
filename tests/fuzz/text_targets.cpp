// SPDX-License-Identifier: Apache-2.0
// Decoders, detection, repair, numbers.
#include <cmath>
#include <sstream>

#include "geo/base/error.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/mojibake.hpp"
#include "layers/text/names.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/number_text.hpp"
#include "layers/text/plain_words.hpp"
#include "layers/text/utf16.hpp"
#include "tests/fuzz/target.hpp"

namespace fuzz {
namespace {

using layers::Encoding;

std::vector<std::string> seedTexts() {
    return {"Mường Tè\nSìn Hồ\nNậm Nhùn\n",
            "S\xD7n H\xE5\nN\xCBm Nh\xEFn\n",
            "M\xF6\xF4\xF8ng Te\xF8\nS\xECn Ho\xE0\n",
            "M\xFD\xF5\xCCng T\xE8\nVi\xEA\xF2t",
            "S×n Hå\nM­êng TÌ\nQ§ 12/Q§-UBND",
            "M\xDF\xB6ng T\xE8",
            "Tân Uyên – 5 m²"};
}

std::vector<std::string> linesOf(const std::string& bytes) {
    std::istringstream stream(bytes);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

void requireText(const std::string& text) {
    require(layers::isUtf8(text), "decoded text is UTF-8");
    require(layers::toNfc(text) == text, "decoded text is in NFC");
    for (const std::size_t width : {1U, 7U, 254U}) {
        const std::string cut = layers::cutToBytes(text, width);
        require(cut.size() <= width && layers::isUtf8(cut) && text.starts_with(cut),
                "a cut is a whole beginning");
    }
}

Target decoder(Encoding encoding) {
    return {"decode-" + layers::wordOf(encoding), seedTexts(),
            [encoding](const std::string& bytes) { requireText(layers::decode(bytes, encoding)); }};
}

void attemptUtf16(const std::string& bytes) {
    if (const auto order = layers::utf16OrderOf(bytes)) requireText(layers::decodeUtf16(bytes, *order));
    requireText(layers::decodeUtf16(bytes, layers::ByteOrder::LittleEndian));
}

void attemptMojibake(const std::string& bytes) {
    require(layers::westernBytes(layers::westernLetters(bytes)) == bytes,
            "western letters go back to their bytes");
    const auto lines = linesOf(bytes);
    const Encoding found = layers::mistakenEncoding(lines);
    for (const Encoding encoding :
         {Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii, Encoding::Cp1258, found}) {
        if (encoding == Encoding::Auto) continue;
        const layers::MojibakeRepair repair(encoding, layers::WhenEither::Mend);
        for (const std::string& line : lines) {
            const std::string mended = repair.mended(line);
            require(mended == line || layers::isUtf8(mended), "mended text is UTF-8, or untouched");
        }
    }
    layers::holdRightText(lines);
}

void attemptNames(const std::string& bytes) {
    layers::plainKey(bytes);
    const std::string key = layers::matchKey(bytes);
    require(layers::matchKey(key) == key, "a key is the key of itself");
    layers::withoutUnitPrefix(bytes);
}

void attemptNumbers(const std::string& bytes) {
    for (const auto mark : {layers::DecimalMark::Point, layers::DecimalMark::Comma}) {
        const auto number = layers::parseNumber(bytes, mark);
        if (!number) continue;
        require(std::isfinite(*number), "a number is finite");
        require(layers::parseNumber(layers::unmistakableText(*number, mark), mark) == number,
                "a number reads back");
    }
    layers::decimalMarkOf(linesOf(bytes));
}

}  // namespace

std::vector<Target> textTargets() {
    std::vector<Target> targets;
    for (const std::string& word : layers::encodingWords())
        targets.push_back(decoder(*layers::parseEncoding(word)));
    const std::string wide("\xFF\xFEm\0a\0\n\0H\0\xD3\x1E\n\0\x3C\xD8\x33\xDF", 16);
    targets.push_back({"utf-16", {wide, std::string("\0m\0a\0,\x1E\xD3", 8)}, attemptUtf16});
    targets.push_back(
        {"detect", seedTexts(), [](const std::string& bytes) { layers::detectEncoding(linesOf(bytes)); }});
    targets.push_back({"mojibake", seedTexts(), attemptMojibake});
    targets.push_back({"match-key", {"Xã Nậm Cha", "TT. Sìn Hồ", "P.Tân Phong", "NẬM CHÀ"}, attemptNames});
    targets.push_back(
        {"numbers", {"1.234,5", "1,234.5", "-12.5", "1e-07", "1 234", "12", "0.125\n3,5"}, attemptNumbers});
    return targets;
}

}  // namespace fuzz
