// SPDX-License-Identifier: Apache-2.0
// The wish to stop, wherever it comes, ends the job and changes nothing.
#include <gtest/gtest.h>

#include "app/jobs/new.hpp"
#include "tests/app/jobs/office.hpp"

namespace {

/// Stops at the step of that number, from 1, and counts how many there were.
class Stopper {
  public:
    explicit Stopper(int step) : m_stopAt(step) {}
    geo::Progress progress() {
        return {[this](std::string_view, std::int64_t, std::int64_t) {
                    if (++m_steps == m_stopAt) m_source.request_stop();
                },
                m_source.get_token()};
    }
    int steps() const { return m_steps; }

  private:
    int m_stopAt;
    int m_steps = 0;
    std::stop_source m_source;
};

app::ImportRequest allPlots() { return office::forest(office::plotFiles(office::nestedSample()), {2024, 12, 31}); }

}  // namespace

TEST(Stop, inTheMiddleOfAnImportChangesNothing) {
    auto desk = office::Desk::full();
    const std::string before = desk.digest();
    for (int step = 1; step <= 26; step += 5) {
        Stopper stopper(step);
        auto progress = stopper.progress();
        const auto error = office::errorOf([&] { app::importFiles(desk.project(), allPlots(), progress); });
        EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
        EXPECT_EQ(desk.digest(), before) << "stopped at step " << step;
    }
}

TEST(Stop, inTheMiddleOfAComputationChangesNothing) {
    auto desk = office::Desk::full();
    const std::string before = desk.digest();
    for (const auto method : {app::CoverMethod::Register, app::CoverMethod::Overlay}) {
        Stopper stopper(2);
        auto progress = stopper.progress();
        const auto request = office::cover(layers::UnitLevel::Commune, method);
        EXPECT_EQ(office::errorOf([&] { app::computeIndicator(desk.project(), request, progress); }).kind(),
                  geo::ErrorKind::Stopped);
        EXPECT_EQ(desk.digest(), before);
    }
}

TEST(Stop, inTheMiddleOfMakingAWorkspaceLeavesNoFile) {
    const office::Folder folder;
    Stopper stopper(4);
    auto progress = stopper.progress();
    const auto error = office::errorOf([&] { app::makeWorkspace({folder / "a.khoanh", office::dataFolder(), "12", {}}, progress); });
    EXPECT_EQ(error.kind(), geo::ErrorKind::Stopped);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}
