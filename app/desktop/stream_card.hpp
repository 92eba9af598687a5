// SPDX-License-Identifier: Apache-2.0
// The card of a reach: what comes down to it, what of that is treated, and what if more were.
#pragma once

#include <QFrame>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"
#include "app/jobs/stream_view.hpp"

class QLabel;
class QSlider;

namespace app {

/// What comes down to a reach untreated and from where most of it comes; of outfalls whose treatment nobody
/// knows nothing is claimed.
QString untreatedText(const ReachStory& story, const std::vector<layers::Outfall>& outfalls,
                      const Desk& desk);

class StreamCard : public QFrame {
  public:
    explicit StreamCard(const Desk& desk, QWidget* parent = nullptr);

    /// Empties and hides the card where the streams have no such reach.
    void show(std::shared_ptr<const StreamView> streams, const std::string& reachId);
    QSlider& slider() { return *m_slider; }

    /// What the streams would be; nothing once the question is put aside.
    using Shares = std::map<std::string, std::optional<double>>;
    std::function<void(const std::optional<Shares>&)> onSupposed;
    std::function<void()> onClose;

  private:
    QWidget* headRow();
    void fill();
    void suppose(int more);
    QString volumesText(const char* id, const layers::Volumes& volumes) const;
    void fitHeight();

    const Desk& m_desk;
    std::shared_ptr<const StreamView> m_streams;
    std::optional<ReachStory> m_story;
    QLabel* m_head;
    QLabel* m_name;
    QLabel* m_share;
    QLabel* m_above;
    QLabel* m_own;
    QLabel* m_main;
    QLabel* m_supposed;
    QSlider* m_slider;
    QLabel* m_note;
    QLabel* m_source;
};

}  // namespace app
