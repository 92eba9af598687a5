// SPDX-License-Identifier: Apache-2.0
// A ledger of wastewater kept in whole litres, so that it balances to the last one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layers/indicators/ledger.hpp"
#include "layers/indicators/outfall.hpp"

namespace layers {

class LitreLedger {
  public:
    /// Books an outfall in, and out as `counted` or lost under another reason. A volume that is unknown or
    /// negative is booked as a row without litres.
    void book(const Outfall& outfall, std::string_view reason);

    /// In `m3/day`; reasons in the order in which they first came.
    Ledger inCubicMetres() const;

  private:
    struct Entry {
        std::string reason;
        std::int64_t count = 0;
        std::int64_t litres = 0;
    };
    std::vector<Entry> m_entries;
};

}  // namespace layers
