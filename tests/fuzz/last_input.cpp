// SPDX-License-Identifier: Apache-2.0
// A file in memory: its length in eight bytes, then the bytes.
#include "tests/fuzz/last_input.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace fuzz {
namespace {
constexpr std::size_t room = 65536 + 8;
}

LastInput::LastInput(const std::filesystem::path& file) {
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT, 0644);
    if (descriptor < 0 || ftruncate(descriptor, room) != 0)
        throw std::runtime_error("cannot write " + file.string());
    m_memory = mmap(nullptr, room, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (m_memory == MAP_FAILED) throw std::runtime_error("cannot map " + file.string());
}

LastInput::~LastInput() { munmap(m_memory, room); }

void LastInput::keep(std::string_view bytes) {
    auto* const memory = static_cast<char*>(m_memory);
    const std::uint64_t size = std::min(bytes.size(), room - 8);
    std::memcpy(memory, &size, 8);
    if (size > 0) std::memcpy(memory + 8, bytes.data(), size);
}

}  // namespace fuzz
