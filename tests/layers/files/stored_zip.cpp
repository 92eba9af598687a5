// SPDX-License-Identifier: Apache-2.0
// Local headers with the bytes, then the directory, then its end.
#include "tests/layers/files/stored_zip.hpp"

#include <cstdint>
#include <string_view>

namespace sample {
namespace {

void append(std::string& bytes, std::uint32_t number, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(number >> (8 * i) & 0xFFU));
}

/// CRC-32 with the polynomial of ISO 3309, bit by bit.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        sum ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) sum = sum >> 1U ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

/// What both headers of a file say: version, flags (names in UTF-8), stored, 1 January 1980, sum, sizes.
std::string factsOf(const std::string& name, const std::string& bytes) {
    std::string facts;
    append(facts, 20, 2);
    append(facts, 0x0800, 2);
    append(facts, 0, 2);
    append(facts, 0, 2);
    append(facts, 0x21, 2);
    append(facts, checksum(bytes), 4);
    append(facts, static_cast<std::uint32_t>(bytes.size()), 4);
    append(facts, static_cast<std::uint32_t>(bytes.size()), 4);
    append(facts, static_cast<std::uint32_t>(name.size()), 2);
    append(facts, 0, 2);
    return facts;
}

}  // namespace

std::string zipOf(const std::map<std::string, std::string>& files) {
    std::string archive;
    std::string directory;
    for (const auto& [name, bytes] : files) {
        const std::string facts = factsOf(name, bytes);
        directory += "PK\x01\x02";
        append(directory, 20, 2);
        directory += facts + std::string(10, '\0');
        append(directory, static_cast<std::uint32_t>(archive.size()), 4);
        directory += name;
        archive += "PK\x03\x04" + facts + name + bytes;
    }
    const auto begin = static_cast<std::uint32_t>(archive.size());
    archive += directory + "PK\x05\x06";
    append(archive, 0, 4);
    append(archive, static_cast<std::uint32_t>(files.size()), 2);
    append(archive, static_cast<std::uint32_t>(files.size()), 2);
    append(archive, static_cast<std::uint32_t>(directory.size()), 4);
    append(archive, begin, 4);
    append(archive, 0, 2);
    return archive;
}

}  // namespace sample
