// SPDX-License-Identifier: Apache-2.0
// Links and copies in a scratch folder.
#include "layers/files/readable_file.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "geo/base/error.hpp"
#include "layers/files/archive.hpp"
#include "layers/files/gdal_session.hpp"

namespace layers {
namespace {

namespace fs = std::filesystem;

std::string smallLetters(std::string text) {
    std::ranges::transform(text, text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

/// The files beside one that bear its name, in whatever case people's systems left them.
std::vector<fs::path> partsOf(const fs::path& path) {
    std::vector<fs::path> parts;
    const std::string stem = smallLetters(path.stem().string());
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file() && smallLetters(entry.path().stem().string()) == stem)
            parts.push_back(entry.path());
    }
    std::ranges::sort(parts);
    return parts;
}

fs::path linked(const ScratchFolder& scratch, const fs::path& part) {
    const fs::path link = scratch.path() / smallLetters(part.filename().string());
    if (!fs::exists(link)) fs::create_symlink(fs::absolute(part), link);
    return link;
}

bool lacksIndex(const fs::path& shp, const std::vector<fs::path>& parts) {
    return fs::is_regular_file(shp) && std::ranges::none_of(parts, [](const fs::path& part) {
               return smallLetters(part.extension().string()) == ".shx";
           });
}

ReadableFile withIndex(const fs::path& shp, const std::vector<fs::path>& parts) {
    ReadableFile file{shp, Format::Shapefile, parts, {{"file.index-restored", {{"path", shp.string()}}}}};
    const ScratchFolder& scratch = file.scratch.emplace_back();
    for (const fs::path& part : parts) linked(scratch, part);
    file.path = scratch.path() / smallLetters(shp.filename().string());
    const GdalOption restore("SHAPE_RESTORE_SHX", "YES");
    openDataset(file.path, Format::Shapefile);
    return file;
}

std::string textOf(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// `!charset WindowsLatin1`, `Charset "WindowsLatin1"` → Neutral: bytes come as they are.
std::string withNeutralCharset(const std::string& text) {
    const std::string small = smallLetters(text);
    const std::size_t end = std::min(small.find("\ndata"), small.size());
    std::string neutral;
    std::size_t done = 0;
    for (std::size_t at = small.find("charset"); at < end; at = small.find("charset", done)) {
        const std::size_t begin = text.find_first_not_of(" \t\"", at + 7);
        if (begin == std::string::npos) break;
        neutral += text.substr(done, begin - done) + "Neutral";
        done = std::min(text.find_first_of(" \t\"\r\n;", begin), text.size());
    }
    return neutral + text.substr(done);
}

/// A new file: never through a link, whose end is somebody's own.
void writeNew(const fs::path& path, const std::string& text) {
    fs::remove(path);
    std::ofstream(path, std::ios::binary) << text;
}

ReadableFile withoutCharset(const fs::path& path) {
    ReadableFile file{path, Format::MapInfo, partsOf(path)};
    const ScratchFolder& scratch = file.scratch.emplace_back();
    for (const fs::path& part : file.sources) linked(scratch, part);
    file.path = scratch.path() / smallLetters(path.filename().string());
    writeNew(file.path, withNeutralCharset(textOf(path)));
    return file;
}

/// By its file alone, or with its folder where two are alike, or with its extension where they still are.
std::string nameAmong(const std::vector<fs::path>& layers, const fs::path& layer, const fs::path& root) {
    const auto isAlike = [&](const fs::path& other) { return other.stem() == layer.stem(); };
    if (std::ranges::count_if(layers, isAlike) == 1) return layer.stem().string();
    const auto isBeside = [&](const fs::path& other) {
        return isAlike(other) && other.parent_path() == layer.parent_path();
    };
    fs::path name = layer.lexically_relative(root);
    if (std::ranges::count_if(layers, isBeside) == 1) name.replace_extension();
    return name.generic_string();
}

/// What a Mac adds to an archive for itself: `__MACOSX/…`, `._xa.shp`.
bool isForMacs(const fs::path& file, const fs::path& root) {
    const fs::path name = file.lexically_relative(root);
    return *name.begin() == "__MACOSX" || file.filename().string().starts_with("._");
}

[[noreturn]] void failChoice(const fs::path& path, const std::vector<std::string>& layers) {
    std::string names;
    for (const std::string& layer : layers) names += (names.empty() ? "" : ", ") + layer;
    throw geo::Error(geo::ErrorKind::BadData, layers.empty() ? "file.empty-layer" : "file.layer-choice",
                     {{"path", path.string()}, {"layer", ""}, {"layers", names}});
}

struct LayerInside {
    fs::path path;
    /// What is to be looked for in the file itself: nothing where the name was the file's own.
    std::string layerName;
};

LayerInside layerIn(const fs::path& archive, const fs::path& root, const std::string& layerName) {
    std::vector<fs::path> layers;
    for (const fs::path& file : unpack(archive, root)) {
        const auto format = formatOf(file);
        if (format && *format != Format::Zip && !isForMacs(file, root)) layers.push_back(file);
    }
    std::vector<std::string> names;
    for (const fs::path& layer : layers) names.push_back(nameAmong(layers, layer, root));
    const auto named = std::ranges::find(names, layerName);
    if (named != names.end()) return {layers[static_cast<std::size_t>(named - names.begin())], {}};
    if (layers.size() != 1) failChoice(archive, names);
    return {layers.front(), layerName};
}

ReadableFile unpacked(const fs::path& archive, const std::string& layerName) {
    ScratchFolder scratch;
    const LayerInside inside = layerIn(archive, scratch.path(), layerName);
    // What is in the archive may itself want an index or a header.
    ReadableFile file = makeReadable(inside.path, *formatOf(inside.path), inside.layerName);
    file.sources = {archive};
    file.entry = inside.path.lexically_relative(scratch.path()).generic_string();
    file.scratch.push_back(std::move(scratch));
    return file;
}

}  // namespace

ReadableFile makeReadable(const fs::path& path, Format format, const std::string& layerName) {
    if (format == Format::Zip) return unpacked(path, layerName);
    if (format == Format::MapInfo) return withoutCharset(path);
    if (format == Format::Shapefile) {
        const auto parts = partsOf(path);
        if (lacksIndex(path, parts)) return withIndex(path, parts);
    }
    return {.path = path, .format = format, .sources = {path}, .layerName = layerName};
}

}  // namespace layers
