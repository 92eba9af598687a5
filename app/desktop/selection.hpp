// SPDX-License-Identifier: Apache-2.0
// The units everything speaks of, and the one under the pointer.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace app {

class Selection {
  public:
    struct State {
        /// The one the card tells of; empty when there is none, or several.
        std::string selected;
        /// All that are lit up.
        std::set<std::string> brushed = {};
        std::string hovered = {};
        bool operator==(const State&) const = default;
    };
    using Listener = std::function<void(const State&)>;

    void listen(Listener listener) { m_listeners.push_back(std::move(listener)); }
    void select(const std::string& unitCode) { brush({unitCode}); }
    /// Codes that are empty are left out.
    void brush(std::set<std::string> unitCodes) {
        unitCodes.erase("");
        const std::string one = unitCodes.size() == 1 ? *unitCodes.begin() : std::string();
        become({one, std::move(unitCodes), m_state.hovered});
    }
    /// One more, or one less.
    void toggle(const std::string& unitCode) {
        auto units = m_state.brushed;
        if (units.erase(unitCode) == 0) units.insert(unitCode);
        brush(std::move(units));
    }
    void hover(const std::string& unitCode) { become({m_state.selected, m_state.brushed, unitCode}); }
    const State& state() const { return m_state; }

  private:
    void become(State state) {
        if (state == m_state) return;
        m_state = std::move(state);
        for (const Listener& listener : m_listeners) listener(m_state);
    }

    State m_state;
    std::vector<Listener> m_listeners;
};

}  // namespace app
