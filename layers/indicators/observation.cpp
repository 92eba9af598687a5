// SPDX-License-Identifier: Apache-2.0
// Observations: their status, their percentage.
#include "layers/indicators/observation.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "layers/text/plain_words.hpp"

namespace layers {
namespace {

constexpr std::array<std::pair<Status, std::string_view>, 9> statusTable{
    {{Status::Measured, "measured"},
     {Status::Reported, "reported"},
     {Status::Estimated, "estimated"},
     {Status::Provisional, "provisional"},
     {Status::Carried, "carried"},
     {Status::NotReported, "not reported"},
     {Status::Missing, "missing"},
     {Status::NotApplicable, "not applicable"},
     {Status::Suppressed, "suppressed"}}};

/// Keys of plainKey().
constexpr std::array<std::pair<Status, std::string_view>, 33> writtenTable{
    {{Status::Measured, "do"},
     {Status::Measured, "do_dac"},
     {Status::Measured, "quan_trac"},
     {Status::Measured, "tinh_tu_ban_do"},
     {Status::Reported, "bao_cao"},
     {Status::Reported, "da_bao_cao"},
     {Status::Reported, "theo_bao_cao"},
     {Status::Reported, "so_bao_cao"},
     {Status::Estimated, "uoc"},
     {Status::Estimated, "uoc_tinh"},
     {Status::Provisional, "uoc_thuc_hien"},
     {Status::Provisional, "so_bo"},
     {Status::Provisional, "tam_tinh"},
     {Status::Carried, "quy_doi"},
     {Status::Carried, "quy_doi_theo_dia_gioi_moi"},
     {Status::NotReported, "not_reported"},
     {Status::NotReported, "chua_bao_cao"},
     {Status::NotReported, "chua_co_bao_cao"},
     {Status::NotReported, "khong_bao_cao"},
     {Status::Missing, "thieu"},
     {Status::Missing, "thieu_so_lieu"},
     {Status::Missing, "chua_co_so_lieu"},
     {Status::Missing, "khong_co_so_lieu"},
     {Status::NotApplicable, "not_applicable"},
     {Status::NotApplicable, "khong_ap_dung"},
     {Status::NotApplicable, "khong_thuoc_doi_tuong"},
     {Status::NotApplicable, "khong_phat_sinh"},
     {Status::NotApplicable, "kps"},
     {Status::Suppressed, "khong_cong_khai"},
     {Status::Suppressed, "khong_cong_bo"},
     {Status::Suppressed, "bao_mat"},
     {Status::Suppressed, "mat"},
     {Status::Suppressed, "an"}}};

}  // namespace

std::optional<Status> parseStatus(std::string_view word) {
    for (const auto& [status, name] : statusTable) {
        if (name == word) return status;
    }
    return std::nullopt;
}

std::string wordOf(Status status) {
    const auto found =
        std::ranges::find_if(statusTable, [&](const auto& entry) { return entry.first == status; });
    return std::string(found->second);
}

std::optional<Status> statusWritten(std::string_view text) {
    const std::string key = plainKey(text);
    for (const auto& [status, written] : writtenTable) {
        if (written == key) return status;
    }
    return parseStatus(key);
}

bool holdsAValue(Status status) {
    switch (status) {
        case Status::Measured:
        case Status::Reported:
        case Status::Estimated:
        case Status::Provisional:
        case Status::Carried:
            return true;
        case Status::NotReported:
        case Status::Missing:
        case Status::NotApplicable:
        case Status::Suppressed:
            break;
    }
    return false;
}

std::optional<double> percentageOf(std::optional<double> numerator, std::optional<double> denominator) {
    if (!numerator || !denominator || !(*denominator > 0)) return std::nullopt;
    return 100 * *numerator / *denominator;
}

void setPercentage(Observation& observation, std::optional<double> numerator,
                   std::optional<double> denominator, Status statusOfAValue) {
    observation.numerator = numerator;
    observation.denominator = denominator;
    observation.value = percentageOf(numerator, denominator);
    observation.unit = "%";
    observation.status = observation.value ? statusOfAValue : Status::Missing;
}

}  // namespace layers
