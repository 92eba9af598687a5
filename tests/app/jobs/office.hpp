// SPDX-License-Identifier: Apache-2.0
// What an office would have on its disk, and a workspace of its own for each test.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/compute.hpp"
#include "app/jobs/import.hpp"
#include "app/words/catalogue.hpp"
#include "geo/base/error.hpp"
#include "tests/app/jobs/made_once.hpp"

namespace office {

/// Words, themes and packs, as the build lays them out.
std::filesystem::path dataFolder();

/// 2,000 plots nested in their communes, with truth.json.
std::filesystem::path nestedSample();
/// The same with the mistakes offices make, listed in its truth.json, and the files of every theme.
std::filesystem::path faultySample();
/// 600 plots that ignore commune borders.
std::filesystem::path crossingSample();
std::vector<std::filesystem::path> plotFiles(const std::filesystem::path& sample);

/// A workspace in a folder that goes away.
class Desk {
  public:
    /// Empty but for the province pack.
    static Desk empty();
    /// With communes and districts of both epochs, lineage and the plots of nestedSample().
    static Desk full();
    /// With everything of faultySample(), as the start script brings it in; the project shows every import.
    static Desk whole();

    /// Of a workspace that stays as it is.
    static Desk copyOf(const std::filesystem::path& workspace);

    const app::Project& project() const { return m_project; }
    std::filesystem::path operator/(const std::string& name) const { return *m_folder / name; }

    app::Outcome import(const app::ImportRequest& request);
    app::Outcome compute(const app::ComputeRequest& request);
    /// The project as the workspace itself has it.
    void reopen();
    void show(const app::Project& project) { m_project = project; }
    /// Of all content, by the `info` job.
    std::string digest() const;
    std::size_t runCount() const;

  private:
    Desk();
    std::unique_ptr<Folder> m_folder;
    app::Project m_project;
};

app::ImportRequest units(const std::filesystem::path& file, layers::Kind kind, geo::Date epoch);
app::ImportRequest forest(std::vector<std::filesystem::path> files, geo::Date asOf = {2023, 12, 31});

/// The same file once more, now approved: a new version and not the old one again.
app::ImportRequest released(app::ImportRequest request);

/// An indicator of a level; year and day of the units where they are given.
app::ComputeRequest figures(const std::string& indicator, layers::UnitLevel level,
                            std::optional<int> period = std::nullopt,
                            std::optional<geo::Date> unitsOn = std::nullopt);

app::ComputeRequest cover(layers::UnitLevel level, app::CoverMethod method,
                          std::optional<geo::Date> unitsOn = std::nullopt);

/// A cell by its name; nothing there is a failure of the test.
const app::Cell& cell(const app::Row& row, const std::string& name);
std::optional<double> number(const app::Row& row, const std::string& name);
std::string text(const app::Row& row, const std::string& name);
/// The row whose cell of that name has that text.
const app::Row& rowWith(const app::Outcome& outcome, const std::string& name, const std::string& wanted);

std::vector<layers::Finding> findingsOf(const app::Outcome& outcome, const std::string& id);
double area_ha(const layers::Ledger& ledger, layers::LedgerSide side, const std::string& reason);

/// The error the work ends with; a failure of the test when it succeeds.
geo::Error errorOf(const std::function<void()>& work);

app::Catalogue words(app::Language language = app::Language::Vietnamese);

}  // namespace office
