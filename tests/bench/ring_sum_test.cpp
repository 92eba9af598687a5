// SPDX-License-Identifier: Apache-2.0
// Rings in bytes written out by hand.
#include "tests/bench/ring_sum.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace {

class Blob {
  public:
    template <class Number>
    Blob& add(Number number) {
        const auto* const bytes = reinterpret_cast<const std::byte*>(&number);
        m_bytes.insert(m_bytes.end(), bytes, bytes + sizeof number);
        return *this;
    }
    Blob& addNothing(std::size_t count) {
        m_bytes.resize(m_bytes.size() + count);
        return *this;
    }
    /// A square whose lower left corner lies at (corner, corner).
    Blob& addSquare(double corner, double side, bool isClockwise = false) {
        const double far = corner + side;
        const double counter[]{corner, corner, far, corner, far, far, corner, far, corner, corner};
        const double clockwise[]{corner, corner, corner, far, far, far, far, corner, corner, corner};
        for (const double number : isClockwise ? clockwise : counter) add(number);
        return *this;
    }
    const std::vector<std::byte>& bytes() const { return m_bytes; }

  private:
    std::vector<std::byte> m_bytes;
};

/// A square of 10 m with a hole of 2 m, from its number of rings on.
void addHollowPolygon(Blob& blob) {
    blob.add(std::uint32_t{2});
    blob.add(std::uint32_t{5}).addSquare(0, 10);
    blob.add(std::uint32_t{5}).addSquare(4, 2);
}

Blob geoPackagePolygon() {
    Blob blob;
    blob.add('G').add('P').add('\0').add('\3').add(std::int32_t{9205}).addNothing(32);  // flags: an envelope
    blob.add('\1').add(std::uint32_t{3});
    addHollowPolygon(blob);
    return blob;
}

Blob spatialiteMultiPolygon() {
    Blob blob;
    blob.addNothing(1).add('\1').add(std::int32_t{9205}).addNothing(32).add('\x7c').add(std::uint32_t{6});
    blob.add(std::uint32_t{2});
    for (int part = 0; part < 2; ++part) {
        blob.add('\x69').add(std::uint32_t{3});
        addHollowPolygon(blob);
    }
    blob.add('\xfe');
    return blob;
}

}  // namespace

TEST(RingSum, holesAreTakenFromWhatIsAroundThem) {
    EXPECT_DOUBLE_EQ(bench::ringArea_m2(geoPackagePolygon().bytes()), 96);  // 10² − 2²
}

TEST(RingSum, partsOfAMultipolygonAreAdded) {
    EXPECT_DOUBLE_EQ(bench::ringArea_m2(spatialiteMultiPolygon().bytes()), 192);
}

TEST(RingSum, aRecordOfAShapefileTellsHolesByTheirSense) {
    Blob record;
    record.add(std::int32_t{5}).addNothing(32).add(std::uint32_t{2}).add(std::uint32_t{10});
    record.add(std::uint32_t{0}).add(std::uint32_t{5}).addSquare(0, 10, true).addSquare(4, 2);
    EXPECT_DOUBLE_EQ(bench::shapefileRingArea_m2(record.bytes()), 96);
}

TEST(RingSum, bytesThatEndEarlyAreAnErrorAndNothingIsReadBehindThem) {
    const auto whole = geoPackagePolygon();
    EXPECT_DOUBLE_EQ(bench::ringArea_m2({}), 0);
    for (std::size_t size = 50; size < whole.bytes().size(); ++size) {
        const std::vector<std::byte> cut(whole.bytes().begin(),
                                         whole.bytes().begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_THROW(bench::ringArea_m2(cut), std::runtime_error) << size;
    }
}
