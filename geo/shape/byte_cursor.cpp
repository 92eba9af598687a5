// SPDX-License-Identifier: Apache-2.0
// The faults of foreign bytes.
#include "geo/shape/byte_cursor.hpp"

#include "geo/base/error.hpp"

namespace geo {

ByteOrder ByteCursor::takeByteOrder() {
    const std::uint8_t order = takeByte();
    if (order > 1) throw Error(ErrorKind::BadData, "shape.blob-malformed");
    return static_cast<ByteOrder>(order);
}

void ByteCursor::throwTruncated() const {
    throw Error(ErrorKind::BadData, "shape.blob-truncated",
                {{"bytes", static_cast<std::int64_t>(m_bytes.size())}});
}

}  // namespace geo
