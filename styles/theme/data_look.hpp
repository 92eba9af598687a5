// SPDX-License-Identifier: Apache-2.0
// How lines, points and plots look: colours by class or category, sizes by amount.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "styles/theme/class_breaks.hpp"
#include "styles/theme/colour.hpp"
#include "styles/theme/symbol.hpp"

namespace styles {

/// Widths and spacings are in pixels of a picture 1280 wide and grow with it.
struct LineLook {
    Colour colour;
    double width = 1;
    bool operator==(const LineLook&) const = default;
};

struct Category {
    std::string key;
    Colour colour;
    Symbol symbol = Symbol::Circle;
    /// The codes of the data that belong here; none where the data write the key itself.
    std::vector<std::string> codes;
    bool operator==(const Category&) const = default;
};

/// Colours by the class of a value or by category, never both; with neither, all things are alike.
struct DataColours {
    ClassBreaks breaks;
    /// One colour a class, lowest first; empty where there are no classes.
    std::vector<Colour> ramp;
    std::vector<Category> categories;
    /// Of what has no value, no known category, or no need of either.
    Colour other;
    bool operator==(const DataColours&) const = default;

    /// How many classes or categories there are.
    std::size_t count() const { return categories.empty() ? ramp.size() : categories.size(); }
    std::optional<std::size_t> classOf(std::optional<double> value) const;
    std::optional<std::size_t> categoryOf(std::string_view key) const;
    /// The colour of a class or category, that of all others for nothing.
    Colour colourOf(std::optional<std::size_t> index) const;
};

/// From the least amount to the most on a map; pixels as in LineLook.
struct SizeRange {
    double least = 1;
    double most = 1;
    bool operator==(const SizeRange&) const = default;

    /// A width in proportion to an amount, no less than the least.
    double widthOf(double amount, double largestAmount) const;
    /// A diameter whose circle is in proportion to an amount, no less than the least.
    double diameterOf(double amount, double largestAmount) const;
};

struct LinesLook {
    DataColours colours;
    SizeRange width;
    /// A seam on both sides that sets lines off from what lies below; its width is that of one side.
    std::optional<LineLook> casing;
    bool labelled = false;
    bool operator==(const LinesLook&) const = default;
};

struct PointsLook {
    DataColours colours;
    SizeRange size;
    /// Of points without a category.
    Symbol symbol = Symbol::Circle;
    /// Around filled points, so that each is seen upon another; hollow ones are outlined in their colour.
    LineLook outline{{255, 255, 255}, 1};
    bool labelled = false;
    /// Points that hide one another become a ring with their number.
    bool isClustered = false;
    bool operator==(const PointsLook&) const = default;
};

struct PlotsLook {
    DataColours colours;
    /// Drawn around large plots only.
    LineLook border{{255, 255, 255}, 0.5};
    bool operator==(const PlotsLook&) const = default;

    /// The key of the category a code of the data belongs to; empty for a code of none.
    std::string categoryOfCode(std::string_view code) const;
};

}  // namespace styles
