// SPDX-License-Identifier: Apache-2.0
// Rows of CSV as RFC 4180 has them.
#include "app/jobs/field_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "geo/base/error.hpp"
#include "layers/files/aside.hpp"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view head =
    "ten,kinh_do,vi_do,sai_so_m,thoi_gian,do_cao,xa,diem,ghi_chu,thiet_bi,anh\r\n";

/// Line breaks would make one point two rows.
std::string cell(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\r', ' ');
    if (text.find_first_of(",\"") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"') quoted += '"';
        quoted += letter;
    }
    return quoted + "\"";
}

[[noreturn]] void refuse(const char* id, const fs::path& book) {
    throw geo::Error(geo::ErrorKind::Refused, id, {{"path", book.string()}});
}

std::string numberText(const std::optional<double>& number, int decimals) {
    return number ? fmt::format("{:.{}f}", *number, decimals) : std::string();
}

std::string rowOf(const layers::FieldPoint& point) {
    return fmt::format("{},{:.8f},{:.8f},{},{},{},{},{},{},{},{}\r\n", cell(point.name), point.lonLat_deg.x,
                       point.lonLat_deg.y, numberText(point.accuracy_m, 1), cell(point.time),
                       numberText(point.elevation_m, 1), cell(point.declaredCommune),
                       cell(point.declaredSite), cell(point.note), cell(point.device), cell(point.photo));
}

/// Empty where there is no such file yet.
/// Errors: Refused `field.book-unreadable` (path): what cannot be read must not be written over.
std::string textOf(const fs::path& book) {
    std::error_code fault;
    if (!fs::exists(book, fault) && !fault) return {};
    std::ifstream file(book, std::ios::binary);
    std::ostringstream read;
    // Unlike an iterator, this throws nothing where a folder or a broken disk stands behind the name.
    read << file.rdbuf();
    std::string text = read.str();
    const auto whole = fs::file_size(book, fault);
    if (fault || text.size() != whole) refuse("field.book-unreadable", book);
    return text;
}

/// Rows of another program's making would put cells into the wrong columns.
std::string bookToAddTo(const fs::path& book) {
    std::string text = textOf(book);
    if (text.empty()) return std::string(head);
    if (!text.starts_with(head)) refuse("field.book-changed", book);
    // Somebody's editor, or a disk, may have left the last line open.
    if (text.back() != '\n') text += "\r\n";
    return text;
}

}  // namespace

fs::path fieldBookPath(const fs::path& workspace, const geo::Date& day) {
    return workspace.parent_path() / (workspace.stem().string() + "-thuc-dia-" + geo::isoText(day) + ".csv");
}

void addToFieldBook(const fs::path& book, const layers::FieldPoint& point) {
    const std::string text = bookToAddTo(book) + rowOf(point);
    layers::writeFileAside(book, [&](const fs::path& aside) {
        std::ofstream file(aside, std::ios::binary);
        file << text;
        file.close();
        if (!file) {
            throw geo::Error(geo::ErrorKind::Refused, "file.not-writable",
                             {{"path", book.string()}, {"reason", "No space left on device"}});
        }
    });
}

fs::path minutesPath(const fs::path& book) {
    return book.parent_path() / (book.stem().string() + "-bien-ban.pdf");
}

std::size_t countInFieldBook(const fs::path& book) {
    const std::string text = textOf(book);
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    return lines == 0 ? 0 : lines - 1;
}

}  // namespace app
