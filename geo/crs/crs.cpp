// SPDX-License-Identifier: Apache-2.0
// Crs: read by PROJ once, kept as text.
#include "geo/crs/crs.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <numbers>
#include <string>

#include "geo/base/error.hpp"
#include "geo/crs/proj_handles.hpp"

namespace geo {
namespace {

constexpr int sureEnough_percent = 90;  // PROJ's word for "equivalent, only the name differs"

bool isDigits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string inUpperCase(std::string_view text) {
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return upper;
}

/// The text as PROJ wants it: `9205` and `epsg:9205` become `EPSG:9205`, a PROJ string says that it is a CRS.
std::string asProjReadsIt(std::string_view given) {
    const std::string_view text = trimmed(given);
    if (isDigits(text)) return "EPSG:" + std::string(text);
    const auto colon = text.find(':');
    if (colon != std::string_view::npos && isDigits(text.substr(colon + 1))) return inUpperCase(text);
    const bool isProjString = text.find("proj=") != std::string_view::npos;
    if (isProjString && text.find("type=crs") == std::string_view::npos)
        return std::string(text) + " +type=crs";
    return std::string(text);
}

std::string codeOf(const PJ* object) {
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    return authority != nullptr && code != nullptr ? std::string(authority) + ":" + code : std::string();
}

/// The EPSG code of a CRS that came without one (an ESRI .prj), when exactly one fits it surely.
std::string identifiedCode(PJ_CONTEXT* context, const PJ* object) {
    int* confidence = nullptr;
    const ProjList matches(proj_identify(context, object, "EPSG", nullptr, &confidence));
    const std::unique_ptr<int, decltype(&proj_int_list_destroy)> owner(confidence, &proj_int_list_destroy);
    const int count = matches ? proj_list_get_count(matches.get()) : 0;
    const bool isSure = count > 0 && confidence[0] >= sureEnough_percent;
    if (!isSure || (count > 1 && confidence[1] == confidence[0])) return {};
    const ProjObject match(proj_list_get(context, matches.get(), 0));
    return match ? codeOf(match.get()) : std::string();
}

/// A file's own shift to WGS 84 gives way to the authority's where the datum beneath it is known: signs of
/// the VN-2000 rotations are copied wrongly from site to site.
ProjObject withoutCopiedShift(PJ_CONTEXT* context, ProjObject object) {
    if (proj_get_type(object.get()) != PJ_TYPE_BOUND_CRS) return object;
    ProjObject beneath(proj_get_source_crs(context, object.get()));
    const ProjObject datum(beneath ? proj_crs_get_geodetic_crs(context, beneath.get()) : nullptr);
    if (!datum) return object;
    const bool isKnown = !codeOf(datum.get()).empty() || !identifiedCode(context, datum.get()).empty();
    return isKnown ? std::move(beneath) : std::move(object);
}

ProjObject parse(PJ_CONTEXT* context, std::string_view text) {
    ProjObject object(proj_create(context, asProjReadsIt(text).c_str()));
    if (!object || !proj_is_crs(object.get())) {
        throw Error(ErrorKind::Usage, "crs.unknown", {{"text", std::string(text)}});
    }
    return withoutCopiedShift(context, std::move(object));
}

/// The CRS without its vertical part and without its shift to WGS 84.
ProjObject horizontalPart(PJ_CONTEXT* context, const PJ* object) {
    ProjObject part(proj_clone(context, object));
    if (part && proj_get_type(part.get()) == PJ_TYPE_BOUND_CRS)
        part.reset(proj_get_source_crs(context, part.get()));
    if (part && proj_get_type(part.get()) == PJ_TYPE_COMPOUND_CRS) {
        part.reset(proj_crs_get_sub_crs(context, part.get(), 0));
    }
    return part;
}

bool isGeographicType(const PJ* object) {
    const PJ_TYPE type = proj_get_type(object);
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

struct Parameter {
    double value = 0;
    /// What one of it is in SI: radians, metres, one.
    double toBase = 0;
};

std::optional<Parameter> projectionParameter(PJ_CONTEXT* context, const PJ* horizontal, const char* name) {
    if (proj_get_type(horizontal) != PJ_TYPE_PROJECTED_CRS) return std::nullopt;
    const ProjObject projection(proj_crs_get_coordoperation(context, horizontal));
    if (!projection) return std::nullopt;
    const int index = proj_coordoperation_get_param_index(context, projection.get(), name);
    Parameter found;
    const bool isGiven =
        index >= 0 && proj_coordoperation_get_param(context, projection.get(), index, nullptr, nullptr,
                                                    nullptr, &found.value, nullptr, &found.toBase, nullptr,
                                                    nullptr, nullptr, nullptr);
    return isGiven ? std::optional(found) : std::nullopt;
}

std::optional<double> centralMeridianOf(PJ_CONTEXT* context, const PJ* horizontal) {
    const auto longitude = projectionParameter(context, horizontal, "Longitude of natural origin");
    if (!longitude) return std::nullopt;
    // Degrees come back as they were written: 104.75 must not become 104.74999999999999.
    const double inDegrees = longitude->toBase * 180 / std::numbers::pi;
    return std::abs(inDegrees - 1) < 1e-12 ? longitude->value : longitude->value * inDegrees;
}

std::optional<double> centralScaleOf(PJ_CONTEXT* context, const PJ* horizontal) {
    const auto scale = projectionParameter(context, horizontal, "Scale factor at natural origin");
    return scale ? std::optional(scale->value * scale->toBase) : std::nullopt;
}

std::string wktOf(PJ_CONTEXT* context, const PJ* object, PJ_WKT_TYPE dialect) {
    const char* const options[] = {"MULTILINE=NO", nullptr};
    return textOrEmpty(proj_as_wkt(context, object, dialect, options));
}

}  // namespace

Crs Crs::fromText(std::string_view text) {
    const ProjContext context = makeProjContext();
    const ProjObject object = parse(context.get(), text);
    Crs crs;
    crs.m_definition = wktOf(context.get(), object.get(), PJ_WKT2_2019);
    if (crs.m_definition.empty()) throw Error(ErrorKind::Usage, "crs.unknown", {{"text", std::string(text)}});
    crs.m_code = codeOf(object.get());
    if (crs.m_code.empty()) crs.m_code = identifiedCode(context.get(), object.get());
    crs.m_name = textOrEmpty(proj_get_name(object.get()));
    if (const ProjObject horizontal = horizontalPart(context.get(), object.get())) {
        crs.m_isGeographic = isGeographicType(horizontal.get());
        crs.m_centralMeridian_deg = centralMeridianOf(context.get(), horizontal.get());
        crs.m_centralScale = centralScaleOf(context.get(), horizontal.get());
    }
    return crs;
}

int Crs::epsg() const {
    constexpr std::string_view prefix = "EPSG:";
    if (!m_code.starts_with(prefix)) return 0;
    int number = 0;
    std::from_chars(m_code.data() + prefix.size(), m_code.data() + m_code.size(), number);
    return number;
}

std::string Crs::esriWkt() const {
    if (!isKnown()) return {};
    const ProjContext context = makeProjContext();
    const ProjObject object(proj_create(context.get(), m_definition.c_str()));
    const ProjObject horizontal = object ? horizontalPart(context.get(), object.get()) : nullptr;
    return horizontal ? wktOf(context.get(), horizontal.get(), PJ_WKT1_ESRI) : std::string();
}

Crs Crs::geographicBase() const {
    if (!isKnown() || m_isGeographic) return *this;
    const ProjContext context = makeProjContext();
    const ProjObject object(proj_create(context.get(), m_definition.c_str()));
    const ProjObject base(object ? proj_crs_get_geodetic_crs(context.get(), object.get()) : nullptr);
    const bool isInDegrees = base && isGeographicType(base.get());
    return isInDegrees ? fromText(wktOf(context.get(), base.get(), PJ_WKT2_2019)) : Crs();
}

Ellipsoid Crs::ellipsoid() const {
    if (!isKnown()) return {};
    const ProjContext context = makeProjContext();
    const ProjObject object(proj_create(context.get(), m_definition.c_str()));
    const ProjObject ellipsoid(object ? proj_get_ellipsoid(context.get(), object.get()) : nullptr);
    double semiMajor_m = 0;
    double inverseFlattening = 0;
    const bool isGiven =
        ellipsoid && proj_ellipsoid_get_parameters(context.get(), ellipsoid.get(), &semiMajor_m, nullptr,
                                                   nullptr, &inverseFlattening) == 1;
    if (!isGiven) return {};
    return {semiMajor_m, inverseFlattening > 0 ? 1 / inverseFlattening : 0};
}

bool Crs::operator==(const Crs& other) const {
    if (m_definition == other.m_definition) return true;
    if (!isKnown() || !other.isKnown()) return false;
    const ProjContext context = makeProjContext();
    const ProjObject mine(proj_create(context.get(), m_definition.c_str()));
    const ProjObject theirs(proj_create(context.get(), other.m_definition.c_str()));
    return mine && theirs &&
           proj_is_equivalent_to_with_ctx(context.get(), mine.get(), theirs.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) == 1;
}

}  // namespace geo
