// SPDX-License-Identifier: Apache-2.0
// Dots between thousands, a comma before decimals.
#include "sample-data/generator/vietnamese_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "geo/base/error.hpp"
#include "layers/files/aside.hpp"

namespace sample {
namespace {

std::string grouped(std::int64_t whole) {
    std::string digits = std::to_string(whole);
    for (std::size_t place = digits.size(); place > 3;) {
        place -= 3;
        digits.insert(place, ".");
    }
    return digits;
}

std::string quotedField(const std::string& field) {
    if (field.find_first_of(";\"\n") == std::string::npos) return field;
    std::string quoted = "\"";
    for (const char letter : field) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
    return quoted + '"';
}

}  // namespace

std::string vietnameseNumber(std::int64_t steps, int decimals) {
    std::int64_t one = 1;
    for (int i = 0; i < decimals; ++i) one *= 10;
    const std::int64_t size = std::abs(steps);
    std::string text = (steps < 0 ? "-" : "") + grouped(size / one);
    if (decimals > 0) text += fmt::format(",{:0{}}", size % one, decimals);
    return text;
}

std::string vietnameseNumber(double value, int decimals) {
    double one = 1;
    for (int i = 0; i < decimals; ++i) one *= 10;
    return vietnameseNumber(static_cast<std::int64_t>(std::llround(value * one)), decimals);
}

std::string semicolonRow(const std::vector<std::string>& fields) {
    std::string row;
    for (std::size_t i = 0; i < fields.size(); ++i) row += (i == 0 ? "" : ";") + quotedField(fields[i]);
    return row + '\n';
}

void writeText(const std::filesystem::path& target, const std::string& text) {
    layers::writeFileAside(target, [&](const std::filesystem::path& aside) {
        std::ofstream stream(aside, std::ios::binary);
        stream << text;
        stream.flush();
        if (stream) return;
        throw geo::Error(geo::ErrorKind::Refused, "file.not-writable",
                         {{"path", target.string()}, {"reason", target.filename().string()}});
    });
}

}  // namespace sample
