// SPDX-License-Identifier: Apache-2.0
// A file as it can be opened: taken out of its archive, its lost index made again, its text left undecoded.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/base/message.hpp"
#include "layers/files/formats.hpp"
#include "layers/files/scratch_folder.hpp"

namespace layers {

struct ReadableFile {
    std::filesystem::path path;
    Format format;
    /// What was given, all parts: the digest is theirs.
    std::vector<std::filesystem::path> sources;
    /// `file.index-restored` (path).
    std::vector<geo::Message> notes = {};
    /// The layer or sheet to be looked for in the file itself.
    std::string layerName = {};
    /// Where the file stands in its archive; nothing where it is in none.
    std::string entry = {};
    /// Where the path lies, if it is not where it was given.
    std::vector<ScratchFolder> scratch = {};
};

/// Most files are readable as they are. Of a ZIP archive the one layer in it is meant, or the one whose file
/// is named, and what Macs add for themselves is none; a shapefile without its .shx gets one, beside the
/// links to its other parts; MapInfo files get a header that claims no encoding, for theirs is often wrong.
/// Limits: archives of more than 4 GiB unpacked are refused.
/// Errors: BadData `file.layer-choice` (path, layers), `file.empty-layer`, `file.unreadable` (path, reason).
ReadableFile makeReadable(const std::filesystem::path& path, Format format, const std::string& layerName);

}  // namespace layers
