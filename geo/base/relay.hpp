// SPDX-License-Identifier: Apache-2.0
// Two threads on one stream: one makes items while the other uses those made before.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace geo {

/// A ring of slots that go round between maker and user and keep their memory.
template <class Item>
class Relay {
  public:
    /// What next() throws when the maker gave up, so that the user does not take a part for the whole.
    struct Abandoned {};

    explicit Relay(std::size_t slots) : m_slots(slots) {}

    /// The maker's: waits for a free slot; nullptr when the user has left.
    Item* free() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_hasUserLeft || m_made - m_used < m_slots.size(); });
        return m_hasUserLeft ? nullptr : &m_slots[m_made % m_slots.size()];
    }
    void pass() {
        change([&] { ++m_made; });
    }
    void end() {
        change([&] { m_hasEnded = true; });
    }
    void abandon() {
        change([&] { m_isAbandoned = true; });
    }

    /// The user's: gives back the item before and waits for the next; nullptr after the last.
    Item* next() {
        change([&] { m_used = m_taken; });
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_isAbandoned || m_hasEnded || m_taken < m_made; });
        if (m_isAbandoned) throw Abandoned();
        return m_taken < m_made ? &m_slots[m_taken++ % m_slots.size()] : nullptr;
    }
    void leave() {
        change([&] { m_hasUserLeft = true; });
    }

  private:
    template <class Step>
    void change(const Step& step) {
        const std::scoped_lock lock(m_mutex);
        step();
        m_changed.notify_all();
    }

    std::vector<Item> m_slots;
    std::size_t m_made = 0;
    std::size_t m_taken = 0;
    std::size_t m_used = 0;
    bool m_hasEnded = false;
    bool m_isAbandoned = false;
    bool m_hasUserLeft = false;
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

/// Runs `make` here until it answers false, and `use` once on a thread of its own, with a function that gives
/// it item after item in order and nullptr at the end. Items come round again with what they held. Handles
/// that must not cross threads are opened by the side that needs them.
/// Errors: those of make, else those of use; the other side has then ended too.
template <class Item>
void makeAheadOf(std::size_t slots, const std::function<bool(Item&)>& make,
                 const std::function<void(const std::function<Item*()>& next)>& use) {
    Relay<Item> relay(slots);
    std::exception_ptr usersFault;
    {
        const std::jthread user([&] {
            try {
                use([&] { return relay.next(); });
            } catch (...) {
                usersFault = std::current_exception();
            }
            relay.leave();
        });
        try {
            for (Item* slot = relay.free(); slot != nullptr && make(*slot); slot = relay.free()) relay.pass();
            relay.end();
        } catch (...) {
            relay.abandon();
            throw;
        }
    }
    if (usersFault) std::rethrow_exception(usersFault);
}

}  // namespace geo
