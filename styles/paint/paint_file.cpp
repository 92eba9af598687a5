// SPDX-License-Identifier: Apache-2.0
// Chooses the format by the name and writes the picture whole or not at all.
#include "styles/paint/paint_file.hpp"

#include <QSaveFile>
#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "geo/base/error.hpp"

namespace styles {
namespace {

std::string extensionOf(const std::filesystem::path& target) {
    std::string extension = target.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return extension;
}

/// Qt says of a full disk only that it does not know.
bool isDiskFull(const std::filesystem::path& target, std::size_t bytes) {
    std::error_code fault;
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    const auto space = std::filesystem::space(folder, fault);
    return !fault && space.available < bytes;
}

void writeWhole(const std::filesystem::path& target, const std::string& bytes) {
    QSaveFile file(QString::fromStdString(target.string()));
    const auto size = static_cast<qint64>(bytes.size());
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes.data(), size) == size && file.commit();
    if (written) return;
    if (isDiskFull(target, bytes.size())) {
        throw geo::Error(geo::ErrorKind::Refused, "paint.disk-full", {{"path", target.string()}});
    }
    throw geo::Error(geo::ErrorKind::Refused, "paint.not-written",
                     {{"path", target.string()}, {"reason", file.errorString().toStdString()}});
}

/// One page and no more.
NextPage only(const Page& page) {
    return [page = std::optional(page)]() mutable { return std::exchange(page, std::nullopt); };
}

std::string bytesFor(const std::filesystem::path& target, const Page& page, geo::Date asOf,
                     const PaintSession& session) {
    const std::string extension = extensionOf(target);
    if (extension == ".png") return pngOf(page, session);
    if (extension == ".svg") return svgOf(page, session);
    if (extension == ".pdf") return pdfOf(only(page), asOf, session);
    throw geo::Error(geo::ErrorKind::Usage, "paint.format-unknown",
                     {{"path", target.string()}, {"known", "png, svg, pdf"}});
}

}  // namespace

void paintFile(const std::filesystem::path& target, const Page& page, geo::Date asOf,
               const PaintSession& session) {
    writeWhole(target, bytesFor(target, page, asOf, session));
}

ComposedMap paintFile(const std::filesystem::path& target, const MapSheet& sheet, geo::Date asOf,
                      const PaintSession& session) {
    ComposedMap map;
    const Page page = mapPage(sheet, map);
    paintFile(target, page, asOf, session);
    return map;
}

void paintPages(const std::filesystem::path& target, const NextPage& next, geo::Date asOf,
                const PaintSession& session) {
    if (extensionOf(target) != ".pdf")
        throw geo::Error(geo::ErrorKind::Usage, "paint.pages-need-pdf", {{"path", target.string()}});
    writeWhole(target, pdfOf(next, asOf, session));
}

}  // namespace styles
