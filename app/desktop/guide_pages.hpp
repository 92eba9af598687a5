// SPDX-License-Identifier: Apache-2.0
// Which page of the guide explains what somebody is looking at.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/desktop/desk.hpp"

class QWidget;

namespace app {

/// Topics a widget may be given: the first is where the guide begins.
std::vector<std::string> guideTopics();

/// The topic holds for the widget and all inside it that have none of their own.
void setGuideTopic(QWidget& widget, const char* topic);

/// Of the widget or the nearest one around it; the first where none says.
std::string guideTopicOf(const QWidget* widget);

/// The page of a topic in the reader's language.
std::filesystem::path guidePage(const Desk& desk, const std::string& topic);

/// Opens the page in whatever shows text files; says where it lies where nothing does.
void openGuide(const Desk& desk, QWidget* window, const std::string& topic);

/// F1 in a dialog of its own opens the page of what has the focus.
void answerHelpKey(const Desk& desk, QWidget& window);

}  // namespace app
