// SPDX-License-Identifier: Apache-2.0
// The file systems of one machine.
#include "layers/store/local_disk.hpp"

#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace layers {
namespace {

/// statfs(2): ext2 to ext4, XFS, Btrfs, tmpfs, overlayfs, F2FS, ZFS, bcachefs, JFS, ReiserFS, NTFS3, FAT,
/// exFAT, UDF, ISO 9660, SquashFS, ramfs.
constexpr std::array<std::uint32_t, 17> localFileSystems{
    0xEF53,     0x58465342, 0x9123683E, 0x01021994, 0x794C7630, 0xF2F52010,
    0x2FC12FC1, 0xCA451A4E, 0x3153464A, 0x52654973, 0x7366746E, 0x4D44,
    0x2011BAB0, 0x15013346, 0x9660,     0x73717368, 0x858458F6};

}  // namespace

bool isLocalFileSystem(std::uint32_t magic) {
    return std::ranges::find(localFileSystems, magic) != localFileSystems.end();
}

bool isOnLocalDisk(const std::filesystem::path& path) {
    struct statfs facts {};
    if (statfs(path.c_str(), &facts) != 0) return false;
    return isLocalFileSystem(static_cast<std::uint32_t>(facts.f_type));
}

}  // namespace layers
