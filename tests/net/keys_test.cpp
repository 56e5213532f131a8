#include "net/keys.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "net/key_ring.hpp"
#include "net/secret_file.hpp"

namespace dais::net {
namespace {

namespace fs = std::filesystem;

class Keys : public ::testing::Test {
  protected:
    static fs::path new_directory() {
        std::string name = (fs::temp_directory_path() / "dais-keys-XXXXXX").string();
        return ::mkdtemp(name.data());
    }
    ~Keys() override { fs::remove_all(directory_); }

    static unsigned mode_of(const fs::path& path) {
        struct stat about {};
        EXPECT_EQ(::stat(path.c_str(), &about), 0) << path;
        return about.st_mode & 07777;
    }
    static void write(const fs::path& path, const std::string& text, mode_t mode = 0600) {
        std::ofstream(path) << text;
        ::chmod(path.c_str(), mode);
    }

    fs::path directory_ = new_directory();
    KeyRing ring_{directory_ / "ring"};
};

TEST_F(Keys, APairBelongsTogetherAndIsNewEachTime) {
    const auto pair = make_key_pair().value();
    EXPECT_TRUE(is_key(pair.public_key));
    EXPECT_TRUE(is_key(pair.secret_key));
    EXPECT_EQ(public_key_of(pair.secret_key).value(), pair.public_key);
    EXPECT_NE(make_key_pair().value(), pair);
}

TEST_F(Keys, WhatIsNoKeyIsSaidToBeNone) {
    const auto good = make_key_pair().value().public_key;
    EXPECT_FALSE(is_key(""));
    EXPECT_FALSE(is_key(good.substr(1)));
    EXPECT_FALSE(is_key(good + "a"));
    EXPECT_FALSE(is_key("\"" + good.substr(1)));
    EXPECT_FALSE(is_key(std::string(1, '\0') + good.substr(1)));
    EXPECT_FALSE(is_key("\xC3\xA9" + good.substr(2)));
    EXPECT_FALSE(is_key(std::string(40, '#'))) << "above 2^32 in each group";
    EXPECT_EQ(public_key_of("short").error().code, "bad_key");
}

TEST_F(Keys, NamesAndRoles) {
    for (const auto* name : {"chair-1", "room", "a", "9-lives", "clerk-2-b"})
        EXPECT_TRUE(is_station_name(name)) << name;
    for (const auto* name : {"", "-chair", "Chair", "chair_1", "../hub", "a b", "caf\xC3\xA9"}) {
        EXPECT_FALSE(is_station_name(name)) << name;
    }
    EXPECT_TRUE(is_station_name(std::string(64, 'a')));
    EXPECT_FALSE(is_station_name(std::string(65, 'a')));
    EXPECT_EQ((Station{"clerk-2-b", ""}.role()), "clerk");
    EXPECT_EQ((Station{"room", ""}.role()), "room");
}

TEST_F(Keys, ARingIsMadeFilledReadAndEmptied) {
    ASSERT_TRUE(ring_.create().ok());
    const auto clerk = ring_.add_station("clerk-1");
    const auto chair = ring_.add_station("chair-1");
    ASSERT_TRUE(clerk.ok() && chair.ok());

    const auto hub = ring_.load_hub();
    ASSERT_TRUE(hub.ok()) << hub.error().text;
    EXPECT_EQ(hub->stations, (std::vector<Station>{*chair, *clerk}));
    const auto station = ring_.load_station("clerk-1");
    ASSERT_TRUE(station.ok()) << station.error().text;
    EXPECT_EQ(station->own.public_key, clerk->public_key);
    EXPECT_EQ(station->hub_public_key, hub->own.public_key);

    ASSERT_TRUE(ring_.remove_station("clerk-1").ok());
    EXPECT_EQ(ring_.stations().value(), (std::vector<Station>{*chair}));
    EXPECT_EQ(ring_.load_station("clerk-1").error().code, "file_unreadable");
    EXPECT_EQ(ring_.remove_station("clerk-1").error().code, "no_such_station");
}

TEST_F(Keys, SecretsAreTheOwnersAlone) {
    ASSERT_TRUE(ring_.create().ok());
    ASSERT_TRUE(ring_.add_station("clerk-1").ok());
    EXPECT_EQ(mode_of(ring_.directory()), 0700U);
    EXPECT_EQ(mode_of(ring_.hub_key_file()), 0600U);
    EXPECT_EQ(mode_of(ring_.station_key_file("clerk-1")), 0600U);
    EXPECT_EQ(mode_of(ring_.hub_pub_file()), 0644U);
}

TEST_F(Keys, AnExposedSecretIsRefusedAndItsTextSaysWhatToDo) {
    ASSERT_TRUE(ring_.create().ok());
    for (const mode_t mode : {0640U, 0604U, 0610U, 0644U}) {
        ::chmod(ring_.hub_key_file().c_str(), mode);
        const auto hub = ring_.load_hub();
        ASSERT_FALSE(hub.ok()) << mode;
        EXPECT_EQ(hub.error().code, "secret_exposed");
        EXPECT_NE(hub.error().text.find("chmod 600"), std::string::npos);
        EXPECT_NE(hub.error().text.find("hub.key"), std::string::npos);
    }
    ::chmod(ring_.hub_key_file().c_str(), 0400);
    EXPECT_TRUE(ring_.load_hub().ok());
}

TEST_F(Keys, ASecondRingDoesNotOverwriteTheFirst) {
    ASSERT_TRUE(ring_.create().ok());
    const auto before = ring_.load_hub().value();
    EXPECT_EQ(ring_.create().error().code, "file_exists");
    EXPECT_EQ(ring_.load_hub().value().own, before.own);
}

TEST_F(Keys, StationsAreAddedOnceAndWithGoodNamesAndKeys) {
    ASSERT_TRUE(ring_.create().ok());
    const auto sent = make_key_pair().value();
    ASSERT_TRUE(ring_.add_station("clerk-1", sent.public_key).ok());
    EXPECT_FALSE(fs::exists(ring_.station_key_file("clerk-1"))) << "its secret is elsewhere";
    EXPECT_EQ(ring_.add_station("clerk-1").error().code, "duplicate_name");
    EXPECT_EQ(ring_.add_station("clerk-2", sent.public_key).error().code, "duplicate_key");
    EXPECT_EQ(ring_.add_station("../hub").error().code, "bad_name");
    EXPECT_EQ(ring_.add_station("clerk-3", "nonsense").error().code, "bad_key");
    EXPECT_EQ(ring_.load_station("../hub").error().code, "bad_name");
    EXPECT_EQ(ring_.stations().value().size(), 1U);
}

TEST_F(Keys, BadKeyFilesAreNamed) {
    ASSERT_TRUE(ring_.create().ok());
    const auto a = make_key_pair().value();
    const auto b = make_key_pair().value();
    const std::vector<std::string> bad = {
        "",
        "not toml at all",
        "public = 7\nsecret = 8\n",
        "public = \"" + a.public_key + "\"\n",
        "public = \"" + a.public_key + "\"\nsecret = \"short\"\n",
        "public = \"" + a.public_key + "\"\nsecret = \"" + b.secret_key + "\"\n",
        std::string("\xFF\xFE\0\0", 4),
        std::string(5000, '['),
    };
    for (const auto& text : bad) {
        write(ring_.hub_key_file(), text);
        const auto hub = ring_.load_hub();
        ASSERT_FALSE(hub.ok()) << text;
        EXPECT_EQ(hub.error().code, "bad_key_file") << text;
        EXPECT_NE(hub.error().text.find("hub.key"), std::string::npos);
        EXPECT_EQ(hub.error().text.find(b.secret_key), std::string::npos)
            << "a secret must not reach the log";
    }
}

TEST_F(Keys, BadListsAreNamed) {
    ASSERT_TRUE(ring_.create().ok());
    const auto key = make_key_pair().value().public_key;
    const auto with = [&](const std::string& text) {
        write(ring_.stations_file(), text, 0644);
        const auto listed = ring_.stations();
        return listed.ok() ? std::string("ok") : listed.error().code;
    };
    EXPECT_EQ(with("[clerk-1]\npublic = \"" + key + "\"\n"), "ok");
    EXPECT_EQ(with(""), "ok");
    EXPECT_EQ(with("clerk-1 = \"" + key + "\"\n"), "bad_key_file");
    EXPECT_EQ(with("[clerk-1]\n"), "bad_key");
    EXPECT_EQ(with("[Clerk]\npublic = \"" + key + "\"\n"), "bad_name");
    EXPECT_EQ(with("[a]\npublic = \"" + key + "\"\n[b]\npublic = \"" + key + "\"\n"), "duplicate_key");
    EXPECT_EQ(with("[a]\n[a]\n"), "bad_key_file");
    EXPECT_EQ(with(std::string(max_key_file + 1, '#')), "file_too_large");
}

TEST_F(Keys, WhatIsNoFileIsRefusedAtOnce) {
    EXPECT_EQ(read_secret_file(directory_ / "absent").error().code, "file_unreadable");
    EXPECT_EQ(read_secret_file(directory_).error().code, "file_unreadable");
    ASSERT_EQ(::mkfifo((directory_ / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read_secret_file(directory_ / "pipe").error().code, "file_unreadable");
}

TEST_F(Keys, ASecretFileIsReplacedWholeAndLeavesNothingBeside) {
    const auto file = directory_ / "sign.key";
    ASSERT_TRUE(write_secret_file(file, "one", Existing::keep).ok());
    EXPECT_EQ(write_secret_file(file, "two", Existing::keep).error().code, "file_exists");
    EXPECT_EQ(read_secret_file(file).value(), "one");
    ::chmod(file.c_str(), 0644);
    ASSERT_TRUE(write_secret_file(file, std::string("t\0w", 3), Existing::replace).ok());
    EXPECT_EQ(mode_of(file), 0600U);
    EXPECT_EQ(read_secret_file(file).value(), std::string("t\0w", 3));
    EXPECT_EQ(std::distance(fs::directory_iterator(directory_), {}), 1);
    EXPECT_EQ(write_secret_file(directory_ / "no" / "such", "x", Existing::keep).error().code,
              "file_unwritable");
}

}  // namespace
}  // namespace dais::net
