// SPDX-License-Identifier: Apache-2.0
// Every hectare is accounted for; nothing is never zero.
#include "layers/indicators/ledger.hpp"

#include <gtest/gtest.h>

#include "layers/indicators/observation.hpp"

using layers::Ledger;
using layers::LedgerSide;
using layers::Status;

TEST(Ledger, balancesWhenWhatCameInWentOutByNamedReason) {
    Ledger ledger;
    ledger.add(LedgerSide::In, "plots", 100, {250.0});
    ledger.add(LedgerSide::Gained, "zones-overlap", 2, {1.5});
    ledger.add(LedgerSide::Out, "counted", 99, {250.5});
    EXPECT_FALSE(ledger.balances({0.01}));
    EXPECT_DOUBLE_EQ(ledger.imbalance(), 1.0);

    ledger.add(LedgerSide::Lost, "outside-all-zones", 3, {1.0});
    EXPECT_TRUE(ledger.balances({1e-9}));
}

TEST(Ledger, addsToAReasonItKnows) {
    Ledger ledger;
    ledger.add(LedgerSide::Lost, "duplicate", 1, {3});
    ledger.add(LedgerSide::Lost, "rounding", 1, {0.25});
    ledger.add(LedgerSide::Lost, "duplicate", 2, {4});
    EXPECT_EQ(ledger.lost,
              (std::vector<layers::LedgerEntry>{{"duplicate", 3, {7}}, {"rounding", 1, {0.25}}}));
}

TEST(Ledger, doesNotBalanceOnANumberThatIsNone) {
    Ledger ledger;
    ledger.add(LedgerSide::In, "plots", 1, {std::numeric_limits<double>::quiet_NaN()});
    EXPECT_FALSE(ledger.balances({1e9}));
}

TEST(Observation, isMissingWithoutADenominator) {
    layers::Observation observation;
    layers::setPercentage(observation, 10.0, std::nullopt, Status::Measured);
    EXPECT_EQ(observation.value, std::nullopt);
    EXPECT_EQ(observation.status, Status::Missing);
    EXPECT_EQ(layers::percentageOf(10.0, 0.0), std::nullopt);
    EXPECT_EQ(layers::percentageOf(std::nullopt, 10.0), std::nullopt);
}

TEST(Observation, keepsAZeroThatWasMeasured) {
    layers::Observation observation;
    layers::setPercentage(observation, 0.0, 10.0, Status::Measured);
    EXPECT_EQ(observation.value, 0.0);
    EXPECT_EQ(observation.status, Status::Measured);
}

TEST(Observation, givesTheRateOfAnOfficialTable) {
    // QĐ 537/QĐ-UBND Lào Cai, 27/02/2026: 814.635,2 of 1.325.675 ha, written there as 61,45.
    EXPECT_NEAR(*layers::percentageOf(814'635.2, 1'325'675.0), 61.45, 0.005);
}

TEST(StatusWord, isReadAsItIsWritten) {
    for (const auto status :
         {Status::Measured, Status::Reported, Status::Estimated, Status::Provisional, Status::Carried,
          Status::NotReported, Status::Missing, Status::NotApplicable, Status::Suppressed}) {
        EXPECT_EQ(layers::parseStatus(layers::wordOf(status)), status);
    }
}
