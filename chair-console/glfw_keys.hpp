// GLFW's keys as ours. Pure.
#pragma once

#include "ui/key.hpp"

namespace dais::chair_console {

// `printed`: what glfwGetKeyName says of the key in the layout in use, or null. A Latin letter or a digit
// there counts; else the key's place on a board as used in the United States.
ui::Key key_of(int glfw_key, const char* printed);
ui::Mods mods_of(int glfw_mods);

}  // namespace dais::chair_console
