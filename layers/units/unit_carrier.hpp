// SPDX-License-Identifier: Apache-2.0
// Carries what was declared for a commune of one day to the unit that stands for it on another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/base/date.hpp"
#include "layers/units/lineage.hpp"
#include "layers/units/unit_register.hpp"

namespace layers {

/// Where a commune's figures go; without a code, why they can go nowhere.
struct CarriedUnit {
    std::string code;
    /// The territory changed on the way: the figure is carried, not reported.
    bool isMoved = false;
    /// `unknown-commune`, `no-lineage`, `split`, `straddles-districts` or, for a
    /// basin or reach, `no-administrative-unit`; empty when there is a code.
    std::string reason;
    bool operator==(const CarriedUnit&) const = default;
};

struct CarryRequest {
    /// The day on which the declared codes were valid.
    geo::Date from;
    UnitLevel level = UnitLevel::Commune;
    /// The day whose units are asked for.
    geo::Date to;
};

class UnitCarrier {
  public:
    /// Register and lineage must outlive it.
    UnitCarrier(const UnitRegister& units, const Lineage& lineage, const CarryRequest& request);

    /// A figure goes over only as a whole: a commune that was split, or a new one over two districts, goes
    /// nowhere.
    /// Day: when the code was valid, where that is not the request's day.
    CarriedUnit carry(std::string_view communeCode, std::optional<geo::Date> day = {}) const;

  private:
    CarriedUnit toCommune(const Unit& unit, const geo::Date& from) const;
    CarriedUnit toDistrict(const Unit& unit) const;
    CarriedUnit toProvince() const;

    const UnitRegister& m_units;
    const Lineage& m_lineage;
    CarryRequest m_request;
};

}  // namespace layers
