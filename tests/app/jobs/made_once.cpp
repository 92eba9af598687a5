// SPDX-License-Identifier: Apache-2.0
// One lock, one folder for each state of program and pack.
#include "tests/app/jobs/made_once.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace office {
namespace {

namespace fs = std::filesystem;

class Lock {
  public:
    explicit Lock(const fs::path& file) : m_file(open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644)) {
        flock(m_file, LOCK_EX);
    }
    ~Lock() { close(m_file); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

  private:
    int m_file;
};

fs::path thisProgram() { return fs::read_symlink("/proc/self/exe"); }

/// Changes whenever the test, the program it may run or the pack does.
std::string stamp() {
    auto newest = fs::last_write_time(thisProgram());
    const fs::path khoanh = fs::path(KHOANH_BINARY_DIR) / "bin/khoanh";
    if (fs::exists(khoanh)) newest = std::max(newest, fs::last_write_time(khoanh));
    const fs::path pack = fs::path(KHOANH_SOURCE_DIR) / "sample-data/provinces/12";
    for (const auto& entry : fs::directory_iterator(pack)) newest = std::max(newest, entry.last_write_time());
    return std::to_string(newest.time_since_epoch().count());
}

void removeOlder(const fs::path& root, const std::string& name) {
    for (const auto& entry : fs::directory_iterator(root)) {
        if (entry.path().filename().string().starts_with(name + '-')) fs::remove_all(entry.path());
    }
}

}  // namespace

fs::path madeOnce(const std::string& name, const std::function<void(const fs::path&)>& make) {
    const fs::path root = fs::path(KHOANH_BINARY_DIR) / "made-for-tests" / thisProgram().filename();
    fs::create_directories(root);
    const Lock lock(root / (name + ".lock"));
    const fs::path target = root / (name + '-' + stamp());
    if (fs::exists(target)) return target;
    removeOlder(root, name);
    const fs::path unfinished = root / (name + "-unfinished");
    fs::remove_all(unfinished);
    fs::create_directories(unfinished);
    make(unfinished);
    fs::rename(unfinished, target);
    return target;
}

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "khoanh-test-XXXXXX").string();
    m_path = mkdtemp(pattern.data());
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void writeBytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

}  // namespace office
