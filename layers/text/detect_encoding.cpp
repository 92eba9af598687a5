// SPDX-License-Identifier: Apache-2.0
// Which encoding makes Vietnamese of the bytes.
#include <algorithm>
#include <array>

#include "geo/base/error.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/normal_form.hpp"
#include "layers/text/syllable_tally.hpp"

namespace layers {
namespace {

// Half of the words may be foreign, shortened or misspelt before an encoding is doubted.
constexpr double leastShare = 0.5;
// The next best encoding must explain clearly less.
constexpr double leastLead = 0.1;

SyllableTally weigh(std::span<const std::string> samples, Encoding encoding) {
    const Capitals capitals = encoding == Encoding::Tcvn3 ? Capitals::ByFont : Capitals::AsWritten;
    SyllableTally tally(capitals);
    for (const std::string& sample : samples) {
        if (isAscii(sample)) continue;
        try {
            tally.add(decode(sample, encoding));
        } catch (const geo::Error&) {
            tally.addUnreadable();
        }
    }
    return tally;
}

/// How many bytes a letter of UTF-8 has by its first; 0 for what begins none.
std::size_t letterSize(unsigned char first) {
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/// The text up to where a field's width may have cut a letter in two.
std::string_view withoutTornEnd(std::string_view bytes) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if (byte < 0x80) break;
        if (letterSize(byte) > back) return bytes.substr(0, bytes.size() - back);
    }
    return bytes;
}

bool readsAsUtf8(const std::string& sample) { return isUtf8(sample) || isUtf8(withoutTornEnd(sample)); }

/// Of the samples that hold a whole letter of several bytes, which other encodings hardly ever form.
SyllableTally weighUtf8(std::span<const std::string> samples) {
    SyllableTally tally(Capitals::AsWritten);
    for (const std::string& sample : samples) {
        const std::string_view whole = isUtf8(sample) ? sample : withoutTornEnd(sample);
        if (!isAscii(whole)) tally.add(whole);
    }
    return tally;
}

bool holdsWholeLetters(std::span<const std::string> samples) {
    return std::ranges::any_of(samples, [](const std::string& sample) {
        return !isAscii(sample) && (isUtf8(sample) || !isAscii(withoutTornEnd(sample)));
    });
}

Encoding bestOfOneByteEncodings(std::span<const std::string> samples) {
    constexpr std::array<Encoding, 4> candidates{Encoding::Tcvn3, Encoding::Vni, Encoding::Viscii,
                                                 Encoding::Cp1258};
    Encoding best = Encoding::Auto;
    double bestShare = 0;
    double nextShare = 0;
    for (const Encoding candidate : candidates) {
        const double share = weigh(samples, candidate).share();
        nextShare = std::max(nextShare, std::min(share, bestShare));
        if (share <= bestShare) continue;
        best = candidate;
        bestShare = share;
    }
    return bestShare >= leastShare && bestShare - nextShare >= leastLead ? best : Encoding::Auto;
}

}  // namespace

Encoding detectEncoding(std::span<const std::string> samples) {
    if (std::ranges::all_of(samples, [](const std::string& sample) { return isAscii(sample); }))
        return Encoding::Utf8;
    const bool canBeUtf8 = std::ranges::all_of(samples, readsAsUtf8) && holdsWholeLetters(samples);
    if (canBeUtf8 && weighUtf8(samples).good() > 0) return Encoding::Utf8;
    const Encoding best = bestOfOneByteEncodings(samples);
    // VISCII has "ươ" as DF BD, which is a letter of UTF-8 too, though none of Vietnamese.
    return canBeUtf8 && best == Encoding::Auto ? Encoding::Utf8 : best;
}

}  // namespace layers
