// SPDX-License-Identifier: Apache-2.0
// Broken blobs are refused with a word: never read past their end, never a crash.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <memory>
#include <random>

#include "geo/base/error.hpp"
#include "geo/shape/shape_view.hpp"
#include "geo/shape/wkb.hpp"
#include "tests/geo/shape/samples.hpp"

namespace {

using geo::ShapeView;
using Reader = std::function<ShapeView(std::span<const std::byte>)>;

std::vector<Reader> readers() { return {ShapeView::ofWkb, ShapeView::ofSpatialite, ShapeView::ofGeoPackage}; }

/// Reads from memory of exactly the blob's length, so that a sanitizer sees any step beyond it.
bool canRead(const Reader& read, std::span<const std::byte> blob) {
    const auto exact = std::make_unique<std::byte[]>(blob.size());
    std::copy(blob.begin(), blob.end(), exact.get());
    try {
        const ShapeView view = read({exact.get(), blob.size()});
        view.envelope();
        view.toGeometry();
        return true;
    } catch (const geo::Error&) {
        return false;
    }
}

std::vector<std::vector<std::byte>> validBlobs() {
    std::vector<std::vector<std::byte>> blobs;
    for (const auto& geometry : samples::oneOfEachKind()) {
        blobs.push_back(toWkb(geometry));
        blobs.push_back(toSpatialite(geometry, 9205));
        blobs.push_back(toGeoPackage(geometry, 9205));
    }
    return blobs;
}

}  // namespace

TEST(BrokenBlob, isRefusedWhereverItWasCut) {
    const auto blobs = validBlobs();
    for (std::size_t i = 0; i < blobs.size(); ++i) {
        const Reader read = readers()[i % 3];
        EXPECT_TRUE(canRead(read, blobs[i]));
        for (std::size_t length = 0; length < blobs[i].size(); ++length) {
            EXPECT_FALSE(canRead(read, std::span(blobs[i]).first(length)))
                << "blob " << i << " cut at " << length;
        }
    }
}

TEST(BrokenBlob, neverCrashesWithBytesChanged) {
    std::mt19937 random(1);
    const auto blobs = validBlobs();
    for (int round = 0; round < 30'000; ++round) {
        auto blob = blobs[random() % blobs.size()];
        for (unsigned change = 0; change <= random() % 4; ++change) {
            blob[random() % blob.size()] = static_cast<std::byte>(random() % 2 == 0 ? 0xFF : random());
        }
        for (const Reader& read : readers()) canRead(read, blob);
    }
}

TEST(BrokenBlob, neverCrashesWithRandomBytes) {
    std::mt19937 random(2);
    for (int round = 0; round < 30'000; ++round) {
        std::vector<std::byte> blob(random() % 120);
        std::generate(blob.begin(), blob.end(),
                      [&] { return static_cast<std::byte>(random() % 8 == 0 ? random() : random() % 8); });
        for (const Reader& read : readers()) canRead(read, blob);
    }
}

TEST(BrokenBlob, isRefusedWhenItClaimsMoreThanThereIs) {
    // A line string of 4,294,967,295 points in 9 bytes.
    EXPECT_FALSE(canRead(ShapeView::ofWkb, samples::bytesFromHex("0102000000FFFFFFFF")));
    EXPECT_FALSE(canRead(ShapeView::ofWkb, samples::bytesFromHex("0106000000FFFFFFFF")));
}
