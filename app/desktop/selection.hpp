// SPDX-License-Identifier: Apache-2.0
// The one unit everything speaks of, and the one under the pointer.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace app {

class Selection {
  public:
    struct State {
        std::string selected;
        std::string hovered;
        bool operator==(const State&) const = default;
    };
    using Listener = std::function<void(const State&)>;

    void listen(Listener listener) { m_listeners.push_back(std::move(listener)); }
    void select(const std::string& unitCode) { become({unitCode, m_state.hovered}); }
    void hover(const std::string& unitCode) { become({m_state.selected, unitCode}); }
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
