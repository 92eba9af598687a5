// SPDX-License-Identifier: Apache-2.0
// Choosing an encoding, decoding, mending, keeping a few samples.
#include "layers/files/file_text.hpp"

#include <algorithm>

#include "geo/base/error.hpp"
#include "layers/text/normal_form.hpp"

namespace layers {
namespace {

constexpr std::size_t mostSamples = 5;
constexpr std::size_t mostSuspects = 100;
constexpr std::size_t mostRemembered = 50'000;

[[noreturn]] void failContradicted(const TextQuestion& question, Encoding found) {
    throw geo::Error(
        geo::ErrorKind::BadData, "text.encoding-contradicted",
        {{"path", question.path.string()}, {"told", wordOf(question.told)}, {"found", wordOf(found)}});
}

Encoding undetected(const TextQuestion& question, std::span<const std::string> samples) {
    if (!question.claimed)
        throw geo::Error(geo::ErrorKind::BadData, "text.undecided", {{"path", question.path.string()}});
    try {
        for (const std::string& sample : samples) decode(sample, *question.claimed);
    } catch (const geo::Error&) {
        throw geo::Error(geo::ErrorKind::BadData, "text.undecided", {{"path", question.path.string()}});
    }
    return *question.claimed;
}

bool areSameText(std::span<const std::string> samples, Encoding told, Encoding found) {
    try {
        return std::ranges::all_of(samples, [&](const std::string& sample) {
            return decode(sample, told) == decode(sample, found);
        });
    } catch (const geo::Error&) {
        return true;  // the row that does not decode will be named when it is read
    }
}

FileText mending(Encoding mistaken, std::span<const std::string> samples) {
    const WhenEither whenEither = holdRightText(samples) ? WhenEither::Keep : WhenEither::Mend;
    return FileText(MojibakeRepair(mistaken, whenEither), mistaken);
}

}  // namespace

FileText textInUtf8(const TextQuestion& question, std::span<const std::string> samples) {
    if (question.told == Encoding::Auto) return {Encoding::Utf8, TextTold::No};
    if (question.told == Encoding::Utf8) return {Encoding::Utf8, TextTold::Yes};
    const Encoding mistaken = mistakenEncoding(samples);
    if (mistaken != Encoding::Auto && mistaken != question.told) failContradicted(question, mistaken);
    return mending(question.told, samples);
}

FileText textByEvidence(const TextQuestion& question, std::span<const std::string> samples) {
    if (samples.empty()) {
        const bool isTold = question.told != Encoding::Auto;
        return {isTold ? question.told : question.claimed.value_or(Encoding::Utf8), TextTold::Yes};
    }
    const Encoding found = detectEncoding(samples);
    if (question.told == Encoding::Auto)
        return {found != Encoding::Auto ? found : undetected(question, samples), TextTold::No};
    if (found == Encoding::Auto || found == question.told) return {question.told, TextTold::Yes};
    const bool isMistaken = mistakenEncoding(samples) != Encoding::Auto || !holdRightText(samples);
    if (found == Encoding::Utf8 && isMistaken) return textInUtf8(question, samples);
    if (found == Encoding::Utf8 || !areSameText(samples, question.told, found))
        failContradicted(question, found);
    return {question.told, TextTold::Yes};
}

std::size_t FileText::column(const std::string& name) {
    const auto known = std::ranges::find(m_columns, name);
    const auto index = static_cast<std::size_t>(known - m_columns.begin());
    if (known == m_columns.end()) {
        m_columns.push_back(name);
        m_suspects.emplace_back();
    }
    return index;
}

std::string FileText::settled(std::string_view bytes, std::size_t column) {
    if (m_stored != Encoding::Viscii && isAscii(bytes)) return std::string(bytes);
    // GDAL copies the bytes of a shapefile without .cpg into any format unchanged.
    const bool isCopied = m_repair && !isUtf8(bytes);
    std::string text = decode(bytes, isCopied ? m_mistaken : m_stored);
    if (isCopied) {
        addSample(westernLetters(bytes), text);
        return text;
    }
    if (m_repair) return mended(text);
    if (m_stored == Encoding::Utf8) {
        if (m_isWatched) watch(text, column);
    } else if (m_samples.size() < mostSamples && !isAscii(text)) {
        addSample(westernLetters(bytes), text);
    }
    return text;
}

std::string FileText::mended(const std::string& text) {
    if (const auto known = m_mended.find(text); known != m_mended.end()) return known->second;
    std::string whole = m_repair->mended(text);
    if (whole == text) {
        if (m_kept.size() < mostRemembered) m_kept.insert(text);
    } else {
        addSample(text, whole);
    }
    if (m_mended.size() < mostRemembered) m_mended.emplace(text, whole);
    return whole;
}

void FileText::addSample(std::string before, const std::string& after) {
    TextSample sample{std::move(before), after};
    const bool isNew = std::ranges::find(m_samples, sample) == m_samples.end();
    if (isNew && m_samples.size() < mostSamples) m_samples.push_back(std::move(sample));
}

void FileText::watch(const std::string& text, std::size_t column) {
    // Letters of three bytes from E1 on are those of Vietnamese that no western encoding has.
    if (m_suspects[column].size() >= mostSuspects || text.find('\xE1') != std::string::npos) return;
    m_suspects[column].insert(text);
}

std::string FileText::word() const {
    const std::string stored = m_storedWord.empty() ? wordOf(m_stored) : m_storedWord;
    return m_repair ? stored + " (" + wordOf(m_mistaken) + ")" : stored;
}

std::optional<geo::Message> FileText::mojibakeNote() const {
    std::vector<std::string> texts;
    for (const auto& suspects : m_suspects) texts.insert(texts.end(), suspects.begin(), suspects.end());
    std::ranges::sort(texts);
    const Encoding mistaken = mistakenEncoding(texts);
    if (mistaken == Encoding::Auto) return std::nullopt;
    const MojibakeRepair repair(mistaken, WhenEither::Keep);
    const auto isMendable = [&](const std::string& text) { return repair.mended(text) != text; };
    const auto columns = std::ranges::count_if(
        m_suspects, [&](const auto& suspects) { return std::ranges::any_of(suspects, isMendable); });
    const auto shown = std::ranges::find_if(texts, isMendable);
    if (shown == texts.end()) return std::nullopt;
    return geo::Message{"text.mojibake-likely",
                        {{"encoding", wordOf(mistaken)},
                         {"before", *shown},
                         {"after", repair.mended(*shown)},
                         {"columns", std::int64_t{columns}}}};
}

std::vector<geo::Message> FileText::notes() const {
    std::vector<geo::Message> notes;
    if (const auto note = mojibakeNote()) notes.push_back(*note);
    if (!m_kept.empty()) {
        notes.push_back({"text.left-as-it-is",
                         {{"encoding", wordOf(m_mistaken)},
                          {"count", static_cast<std::int64_t>(m_kept.size())},
                          {"sample", *std::ranges::min_element(m_kept)}}});
    }
    return notes;
}

}  // namespace layers
