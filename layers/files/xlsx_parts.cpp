// SPDX-License-Identifier: Apache-2.0
// Out of the archive through GDAL's files in files.
#include "layers/files/xlsx_parts.hpp"

#include <cpl_vsi.h>

#include <memory>

#include "geo/base/error.hpp"
#include "layers/files/gdal_session.hpp"

namespace layers {
namespace {

constexpr vsi_l_offset largestPart = vsi_l_offset{1} << 30U;

struct FileCloser {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

}  // namespace

std::optional<std::string> XlsxParts::find(const std::string& name) const {
    const GdalMessages messages;
    const std::string inside = "/vsizip/{" + std::filesystem::absolute(m_path).string() + "}/" + name;
    VSIStatBufL facts;
    if (VSIStatL(inside.c_str(), &facts) != 0) return std::nullopt;
    const auto size = static_cast<vsi_l_offset>(facts.st_size);
    if (size > largestPart) fail(name + " > 1 GiB");
    const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(inside.c_str(), "rb"));
    if (file == nullptr) fail(messages.failed() ? messages.reason() : name);
    std::string bytes(static_cast<std::size_t>(size), '\0');
    const std::size_t read = VSIFReadL(bytes.data(), 1, bytes.size(), file.get());
    if (read != bytes.size() || messages.failed()) fail(messages.failed() ? messages.reason() : name);
    return bytes;
}

std::string XlsxParts::require(const std::string& name) const {
    auto found = find(name);
    if (!found) fail(name + "?");
    return std::move(*found);
}

void XlsxParts::fail(const std::string& reason) const {
    throw geo::Error(geo::ErrorKind::BadData, "file.unreadable",
                     {{"path", m_path.string()}, {"reason", reason}});
}

}  // namespace layers
