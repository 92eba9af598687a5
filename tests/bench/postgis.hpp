// SPDX-License-Identifier: Apache-2.0
// PostGIS, where peers.sh has started one.
#pragma once

#include <string>

#include "tests/bench/steps.hpp"

namespace bench {

/// Reached by KHOANH_BENCH_POSTGIS, a connection such as `host=/tmp/x port=54399 dbname=bench user=postgres`.
class Postgis {
  public:
    Postgis();

    /// Why there is none; empty when there is one.
    const std::string& absence() const { return m_absence; }
    /// As `PostGIS 3.3.2 on PostgreSQL 15.14`; empty when there is none.
    std::string version() const;

    /// Brings in plots, communes and points, when they are not there yet.
    void load(const StepInputs& inputs);

    /// The last number that a file of postgis/ answers.
    double ask(const std::string& sqlFile) const;

  private:
    std::string run(const std::string& flag, const std::string& words) const;

    std::string m_connection;
    std::string m_absence;
    bool m_isLoaded = false;
};

}  // namespace bench
