// SPDX-License-Identifier: Apache-2.0
// Files of other machines are told from our own.
#include "layers/store/local_disk.hpp"

#include <gtest/gtest.h>

TEST(LocalDisk, holdsTheFileSystemsOfOneMachine) {
    // linux/magic.h: ext4, XFS, Btrfs, tmpfs.
    for (const std::uint32_t magic : {0xEF53u, 0x58465342u, 0x9123683Eu, 0x01021994u}) {
        EXPECT_TRUE(layers::isLocalFileSystem(magic)) << std::hex << magic;
    }
}

TEST(LocalDisk, holdsNoFileSystemOfANetwork) {
    // linux/magic.h: NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS, Ceph.
    for (const std::uint32_t magic :
         {0x6969u, 0x517Bu, 0xFF534D42u, 0xFE534D42u, 0x65735546u, 0x01021997u, 0x5346414Fu, 0x00C36400u}) {
        EXPECT_FALSE(layers::isLocalFileSystem(magic)) << std::hex << magic;
    }
}

TEST(LocalDisk, holdsNoFileThatIsNotThere) { EXPECT_FALSE(layers::isOnLocalDisk("/không/có")); }
