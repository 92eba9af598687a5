// SPDX-License-Identifier: Apache-2.0
// Carries what was declared for a commune of one day to the unit that stands for it on another.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// A part of a commune's territory and the unit it is part of.
struct CarriedShare {
    std::string code;
    /// By area, 0 to 1; nothing where the areas that would tell are not known.
    std::optional<double> share = 1;
    bool isMoved = false;
    bool operator==(const CarriedShare&) const = default;
};

struct CarryRequest {
    /// The day on which the declared codes were valid.
    geo::Date from;
    UnitLevel level = UnitLevel::Commune;
    /// The day whose units are asked for.
    geo::Date to;
};

/// Follows lineage over as many reforms as lie between the two days, either way.
class UnitCarrier {
  public:
    /// Register and lineage must outlive it.
    UnitCarrier(const UnitRegister& units, const Lineage& lineage, const CarryRequest& request);

    /// A figure goes over only as a whole: a commune that was split, or a new one over two districts, goes
    /// nowhere.
    /// Day: when the code was valid, where that is not the request's day.
    CarriedUnit carry(std::string_view communeCode, std::optional<geo::Date> day = {}) const;

    /// Every unit that holds some of the commune's territory, by code: forward by the shares of the lineage,
    /// backward by the areas of the units it was made of. Empty where part of it cannot be followed.
    std::vector<CarriedShare> spread(std::string_view communeCode, std::optional<geo::Date> day = {}) const;

  private:
    struct Part {
        std::optional<double> share = 0;
        bool isMoved = false;
    };
    using Parts = std::map<std::string, Part>;

    static void add(Parts& parts, const std::string& code, const Part& part);
    bool follow(const Unit& unit, const Part& part, Parts& parts) const;
    bool followBack(const Unit& unit, const Part& part, Parts& parts) const;
    bool followForward(const Unit& unit, const Part& part, Parts& parts) const;
    std::optional<std::string> arrivedAt(const Unit& unit) const;
    std::optional<double> shareOfArea(const std::vector<LineageRow>& rows, std::size_t which) const;
    std::string provinceCode() const;

    const UnitRegister& m_units;
    const Lineage& m_lineage;
    CarryRequest m_request;
};

}  // namespace layers
