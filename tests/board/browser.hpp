// Headless Chromium, driven through chromedriver (WebDriver, and by its extension the protocol of the
// developer tools).
#pragma once

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

namespace dais::test_board {

class Browser {
  public:
    // The one of this program, which is started with the first call and ended with the program. Null where
    // there is no Chromium or no chromedriver. Throws std::runtime_error where they do not start.
    static Browser* get();

    virtual ~Browser() = default;

    // Loads a page and waits until it was loaded.
    virtual void open(const std::string& url) = 0;
    // What a script returns: run("return document.title").
    virtual nlohmann::json run(const std::string& script) = 0;
    // A command of the developer tools and its result.
    virtual nlohmann::json tools(const std::string& command, const nlohmann::json& parameters) = 0;

    // The text of an element as it is seen; empty where it is hidden.
    std::string text(const std::string& id);
    // Polls until the expression is true, that many seconds at most; whether it was.
    bool until(const std::string& expression, int seconds = 30);
    bool until_text(const std::string& id, const std::string& text, int seconds = 30);

    // The window's size in CSS pixels, and which colours the system asks for ("light", "dark").
    void resize(int width, int height, const std::string& colours = "light");
    void save_picture(const std::filesystem::path& file);
};

}  // namespace dais::test_board

// First thing in a test that needs it.
#define DAIS_NEEDS_BROWSER()                                                              \
    if (dais::test_board::Browser::get() == nullptr) {                                    \
        GTEST_SKIP() << "Chromium is not here: apt-get install chromium chromium-driver"; \
    }                                                                                     \
    auto& browser = *dais::test_board::Browser::get()
