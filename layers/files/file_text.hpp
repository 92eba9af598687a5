// SPDX-License-Identifier: Apache-2.0
// How the text of one file becomes that of the house, and what was seen on the way.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "geo/base/message.hpp"
#include "layers/text/encoding.hpp"
#include "layers/text/mojibake.hpp"

namespace layers {

/// A text as it stands in the file, its bytes shown in the letters of CP1252, and as it was read.
struct TextSample {
    std::string before;
    std::string after;
    bool operator==(const TextSample&) const = default;
};

/// Whether anybody said how the text is encoded.
enum class TextTold { No, Yes };

/// Used by one thread.
class FileText {
  public:
    FileText() = default;
    FileText(Encoding stored, TextTold told) : m_stored(stored), m_isWatched(told == TextTold::No) {}
    /// UTF-8 in which letters of a mistaken encoding stand.
    explicit FileText(MojibakeRepair repair, Encoding mistaken) : m_repair(repair), m_mistaken(mistaken) {}

    /// One number for each name; texts of a column are watched together.
    std::size_t column(const std::string& name);
    /// UTF-8 in NFC, mended where that was asked for.
    /// Errors: BadData `text.not-decodable`.
    std::string settled(std::string_view bytes, std::size_t column);

    /// How the file stores its text.
    Encoding stored() const { return m_stored; }
    /// For the record of the source: `tcvn3`, `utf-16`, `utf-8 (tcvn3)` for what was mended.
    std::string word() const;
    void nameStored(std::string word) { m_storedWord = std::move(word); }

    /// Up to five different texts that are not read as they stand; empty for UTF-8 left alone.
    const std::vector<TextSample>& samples() const { return m_samples; }
    /// `text.mojibake-likely` (encoding, before, after, columns) for UTF-8 that nobody said anything of;
    /// `text.left-as-it-is` (encoding, count, sample) for texts that were not mended though that was asked
    /// for.
    std::vector<geo::Message> notes() const;

  private:
    std::string mended(const std::string& text);
    void addSample(std::string before, const std::string& after);
    void watch(const std::string& text, std::size_t column);
    std::optional<geo::Message> mojibakeNote() const;

    Encoding m_stored = Encoding::Utf8;
    std::string m_storedWord;
    bool m_isWatched = false;
    std::optional<MojibakeRepair> m_repair;
    Encoding m_mistaken = Encoding::Auto;
    std::unordered_map<std::string, std::string> m_mended;
    std::unordered_set<std::string> m_kept;
    std::vector<TextSample> m_samples;
    std::vector<std::string> m_columns;
    /// For each column, different texts that could be mojibake.
    std::vector<std::unordered_set<std::string>> m_suspects;
};

struct TextQuestion {
    std::filesystem::path path;
    /// What the user says; Auto for nothing.
    Encoding told = Encoding::Auto;
    /// What the file claims; the bytes are asked first.
    std::optional<Encoding> claimed;
};

/// For a file that may be in any encoding, by texts with letters beyond ASCII. An encoding that the user
/// names is that of the bytes, or, where they are UTF-8, the one their letters were mistaken from. Errors:
/// BadData `text.undecided` (path); `text.encoding-contradicted` (path, told, found) when the text reads as
///         Vietnamese in another encoding only.
FileText textByEvidence(const TextQuestion& question, std::span<const std::string> samples);

/// For a file in UTF-8: an encoding that the user names is the one its letters were mistaken from.
/// Errors: BadData `text.encoding-contradicted` when they were mistaken from another.
FileText textInUtf8(const TextQuestion& question, std::span<const std::string> samples);

}  // namespace layers
