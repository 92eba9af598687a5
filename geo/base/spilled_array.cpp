// SPDX-License-Identifier: Apache-2.0
// A file that has lost its name before anything is written.
#include "geo/base/spilled_array.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

#include "geo/base/error.hpp"

namespace geo {
namespace {

std::string folderForTemporaryFiles() {
    std::error_code fault;
    const auto folder = std::filesystem::temp_directory_path(fault);
    return fault ? "/tmp" : folder.string();
}

[[noreturn]] void fail() {
    const std::string reason = std::generic_category().message(errno);
    throw Error(ErrorKind::Refused, "spill.not-writable",
                {{"folder", folderForTemporaryFiles()}, {"reason", reason}});
}

}  // namespace

SpillFile::~SpillFile() {
    unmap();
    if (isOpen()) ::close(m_descriptor);
}

void SpillFile::open() {
    std::string name = folderForTemporaryFiles() + "/khoanh-XXXXXX";
    m_descriptor = ::mkstemp(name.data());
    if (!isOpen()) fail();
    ::unlink(name.c_str());
}

void SpillFile::unmap() {
    // The system takes the address as it gave it: writable.
    if (!m_mapped.empty()) ::munmap(const_cast<std::byte*>(m_mapped.data()), m_mapped.size());
    m_mapped = {};
}

void SpillFile::append(std::span<const std::byte> bytes) {
    if (!isOpen()) open();
    unmap();
    while (!bytes.empty()) {
        const auto written =
            ::pwrite(m_descriptor, bytes.data(), bytes.size(), static_cast<off_t>(m_size_bytes));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail();
        m_size_bytes += static_cast<std::size_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

std::span<const std::byte> SpillFile::map() {
    if (!m_mapped.empty() || m_size_bytes == 0) return m_mapped;
    void* const address = ::mmap(nullptr, m_size_bytes, PROT_READ, MAP_SHARED, m_descriptor, 0);
    if (address == MAP_FAILED) fail();
    m_mapped = {static_cast<const std::byte*>(address), m_size_bytes};
    return m_mapped;
}

}  // namespace geo
