#include "board/browser.hpp"

#include <fmt/format.h>
#include <httplib.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

#include "e2e/process.hpp"

namespace dais::test_board {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* chromium = "/usr/bin/chromium";
constexpr const char* driver = "/usr/bin/chromedriver";

std::vector<unsigned char> from_base64(const std::string& text) {
    static const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::vector<unsigned char> bytes;
    unsigned value = 0;
    int bits = 0;
    for (const char c : text) {
        const auto digit = digits.find(c);
        if (digit == std::string::npos) break;
        value = (value << 6U) | static_cast<unsigned>(digit);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<unsigned char>((value >> static_cast<unsigned>(bits)) & 0xFFU));
        }
    }
    return bytes;
}

class Driven : public Browser {
  public:
    Driven()
        : folder_(e2e::fresh_directory("chromium")),
          process_({driver, "--port=0"}, folder_ / "driver.out"),
          client_("127.0.0.1", find_port()) {
        client_.set_read_timeout(60);
        const json options{{"binary", chromium}, {"args", arguments()}};
        const json wanted{{"capabilities", {{"alwaysMatch", {{"goog:chromeOptions", options}}}}}};
        session_ = "/session/" + post("/session", wanted).at("sessionId").get<std::string>();
    }
    // The browser is the driver's child, and ends by its session.
    ~Driven() override { client_.Delete(session_); }

    void open(const std::string& url) override { post(session_ + "/url", {{"url", url}}); }
    json run(const std::string& script) override {
        return post(session_ + "/execute/sync", {{"script", script}, {"args", json::array()}});
    }
    json tools(const std::string& command, const json& parameters) override {
        return post(session_ + "/goog/cdp/execute", {{"cmd", command}, {"params", parameters}});
    }

  private:
    [[nodiscard]] json arguments() const {
        return {"--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--force-device-scale-factor=1",
                "--user-data-dir=" + (folder_ / "profile").string()};
    }

    int find_port() {
        static constexpr std::string_view words = "successfully on port ";
        std::string said;
        const bool told = e2e::eventually([&] {
            said = e2e::read_file(folder_ / "driver.out");
            const auto at = said.find(words);
            return at != std::string::npos && said.find('.', at) != std::string::npos;
        });
        if (!told) throw std::runtime_error("chromedriver does not start: " + said);
        return std::stoi(said.substr(said.find(words) + words.size()));
    }

    json post(const std::string& path, const json& body) {
        const auto result = client_.Post(path, body.dump(), "application/json");
        if (!result) throw std::runtime_error("chromedriver does not answer: " + path);
        const auto answer = json::parse(result->body);
        if (result->status != 200) throw std::runtime_error(path + ": " + answer.dump().substr(0, 600));
        return answer.at("value");
    }

    fs::path folder_;
    e2e::Process process_;
    httplib::Client client_;
    std::string session_;
};

}  // namespace

Browser* Browser::get() {
    if (::access(chromium, X_OK) != 0 || ::access(driver, X_OK) != 0) return nullptr;
    static Driven one;
    return &one;
}

std::string Browser::text(const std::string& id) {
    return run("const one = document.getElementById('" + id +
               "'); return one.checkVisibility() ? one.innerText : ''")
        .get<std::string>();
}

bool Browser::until(const std::string& expression, int seconds) {
    return e2e::eventually([&] { return run("return Boolean(" + expression + ")").get<bool>(); }, seconds);
}

bool Browser::until_text(const std::string& id, const std::string& wanted, int seconds) {
    return e2e::eventually([&] { return text(id) == wanted; }, seconds);
}

void Browser::resize(int width, int height, const std::string& colours) {
    tools("Emulation.setDeviceMetricsOverride",
          {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", width < 600}});
    tools("Emulation.setEmulatedMedia",
          {{"features", json::array({{{"name", "prefers-color-scheme"}, {"value", colours}}})}});
}

void Browser::save_picture(const fs::path& file) {
    const auto bytes =
        from_base64(tools("Page.captureScreenshot", {{"format", "png"}}).at("data").get<std::string>());
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace dais::test_board
