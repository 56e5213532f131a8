// dais board: shows a meeting to those who have no desk.
#include <memory>

#include "cli/board_program.hpp"
#include "cli/commands.hpp"
#include "program/places.hpp"

namespace dais::cli {

void add_board(CLI::App& app, Job& job) {
    auto* command = app.add_subcommand("board", "Show a meeting on a page, for phones and projectors");
    command->footer(
        "Example:\n  dais keys add board\n"
        "  dais board --hub tcp://192.168.1.5:7340 --listen 192.168.1.5:8040\n"
        "Whoever opens http://192.168.1.5:8040/ sees who has the floor, the clock and who comes next, and "
        "can\n"
        "change nothing. It is plain HTTP: beyond the room, put it behind a reverse proxy with TLS. Stops "
        "in\n"
        "good order at Ctrl+C.");
    auto options = std::make_shared<BoardProgramOptions>();
    options->hub = program::default_address;
    options->keys = program::data_directory() / "keys";
    command->add_option("--hub", options->hub, "The hub's address")->capture_default_str();
    command->add_option("--name", options->name, "This station's name on the hub's list")
        ->capture_default_str();
    command->add_option("--keys", options->keys, "The key ring, made with `dais keys`")
        ->capture_default_str();
    auto* key =
        command->add_option("--key", options->key, "This station's key file, where there is no ring here");
    auto* hub_key = command->add_option("--hub-key", options->hub_key, "The hub.pub that came with it");
    key->needs(hub_key);
    hub_key->needs(key);
    command->add_option("--spool", options->spool,
                        "Where the station keeps how far it has come (where absent: under " +
                            (program::data_directory() / "stations").string() + ")");
    command->add_option("--listen", options->listen, "Where browsers connect: ADDRESS:PORT")
        ->capture_default_str();
    command->add_option("--language", options->language,
                        "Of the page's words, as in fr (where absent: the meeting's)");
    command->add_option("--streams", options->streams, "So many pages may be open at once")
        ->check(CLI::Range(1, 900))
        ->capture_default_str();
    command
        ->add_option("--per-address", options->per_address,
                     "Connections of one address; behind a reverse proxy all are the proxy's")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--announce", options->announce,
                        "A file that gets the page's address once it can be opened");
    command->callback([&job, options] { job = [options] { return run_board(*options); }; });
}

}  // namespace dais::cli
