#include "wire/reader.hpp"

#include <array>
#include <msgpack.hpp>
#include <new>

#include "wire/codec.hpp"

namespace dais::wire {
namespace {

// How many bytes the shortest form of each value takes.
constexpr std::size_t size_of_natural(std::uint64_t value) {
    if (value < 0x80) return 1;
    if (value <= 0xFF) return 2;
    if (value <= 0xFFFF) return 3;
    return value <= 0xFFFFFFFF ? 5 : 9;
}
constexpr std::size_t size_of_negative(std::int64_t value) {
    if (value >= -32) return 1;
    if (value >= -0x80) return 2;
    if (value >= -0x8000) return 3;
    return value >= -0x80000000LL ? 5 : 9;
}
constexpr std::size_t size_of_text(std::uint32_t length) {
    if (length < 32) return 1 + std::size_t{length};
    if (length <= 0xFF) return 2 + std::size_t{length};
    return (length <= 0xFFFF ? 3 : 5) + std::size_t{length};
}
constexpr std::size_t size_of_bytes(std::uint32_t length) {
    if (length <= 0xFF) return 2 + std::size_t{length};
    return (length <= 0xFFFF ? 3 : 5) + std::size_t{length};
}
constexpr std::size_t size_of_array(std::uint32_t count) {
    if (count < 16) return 1;
    return count <= 0xFFFF ? 3 : 5;
}

// What msgpack::parse calls for each value, in the order of the bytes. False ends the parse.
class Walk : public msgpack::null_visitor {
  public:
    Walk(Slot root, std::size_t length) : root_(root), length_(length) {}

    bool visit_nil() {
        const Slot slot = next();
        shortest_ += 1;
        return slot.shape->present != nullptr || refuse(slot, "nil");
    }
    bool visit_boolean(bool value) {
        const Slot slot = next_present();
        shortest_ += 1;
        const auto flag = slot.shape->flag;
        return (flag != nullptr && flag(slot.place, value)) || refuse(slot, value ? "true" : "false");
    }
    bool visit_positive_integer(std::uint64_t value) {
        const Slot slot = next_present();
        shortest_ += size_of_natural(value);
        const auto natural = slot.shape->natural;
        return (natural != nullptr && natural(slot.place, value)) || refuse(slot, std::to_string(value));
    }
    bool visit_negative_integer(std::int64_t value) {
        const Slot slot = next_present();
        // msgpack-cxx comes here for the signed forms, whatever number they hold; from 0 upwards they are not
        // the shortest.
        if (value >= 0) return refuse(slot, std::to_string(value) + " in a signed form");
        shortest_ += size_of_negative(value);
        const auto negative = slot.shape->negative;
        return (negative != nullptr && negative(slot.place, value)) || refuse(slot, std::to_string(value));
    }
    bool visit_float32(float) { return refuse(next_present(), "a fraction"); }
    bool visit_float64(double) { return refuse(next_present(), "a fraction"); }
    bool visit_str(const char* from, std::uint32_t length) {
        const Slot slot = next_present();
        shortest_ += size_of_text(length);
        const auto text = slot.shape->text;
        return (text != nullptr && text(slot.place, {from, length})) ||
               refuse(slot, "a text of " + std::to_string(length) + " bytes");
    }
    bool visit_bin(const char* from, std::uint32_t length) {
        const Slot slot = next_present();
        shortest_ += size_of_bytes(length);
        const auto bytes = slot.shape->bytes;
        return (bytes != nullptr && bytes(slot.place, {from, length})) ||
               refuse(slot, std::to_string(length) + " bytes");
    }
    bool visit_ext(const char*, std::uint32_t) { return refuse(next_present(), "an extension"); }
    bool start_map(std::uint32_t) { return refuse(next_present(), "a map"); }

    bool start_array(std::uint32_t count) {
        const Slot slot = next_present();
        shortest_ += size_of_array(count);
        const auto begin = slot.shape->begin;
        if (depth_ == max_nesting) return refuse(slot, "an array deeper than any value has");
        if (begin == nullptr || !begin(slot.place, count))
            return refuse(slot, "an array of " + std::to_string(count));
        if (shortest_ + count > length_) {
            return refuse(slot,
                          "one that claims " + std::to_string(count) + " elements and ends before them");
        }
        levels_[depth_++] = {slot, 0};
        return true;
    }
    bool end_array() {
        --depth_;
        return true;
    }

    [[nodiscard]] std::size_t shortest() const { return shortest_; }

    // The sentence of the refusal; empty where there was none.
    [[nodiscard]] std::string sentence(std::string_view name) const {
        return found_.empty()
                   ? std::string{}
                   : path(name, true) + ": expected " + refused_.shape->expected() + ", found " + found_;
    }

    // Where the reader stands: "entry.fact.events[2].value.text". With `begun` that is the value that has
    // come last, without it the one that was to come.
    [[nodiscard]] std::string path(std::string_view name, bool begun) const {
        std::string path(name);
        for (std::size_t i = 0; i < depth_; ++i) {
            const bool last = i + 1 == depth_;
            const std::uint32_t index = last && !begun ? levels_[i].taken : levels_[i].taken - 1;
            const auto name_of = levels_[i].slot.shape->name;
            path +=
                name_of != nullptr ? "." + std::string(name_of(index)) : "[" + std::to_string(index) + "]";
        }
        return path;
    }

  private:
    // An array that is being read, and how many of its elements have been begun.
    struct Level {
        Slot slot;
        std::uint32_t taken = 0;
    };

    // The slot of the value that has come. msgpack-cxx never brings more elements than begin() was told of.
    Slot next() {
        if (depth_ == 0) return root_;
        Level& level = levels_[depth_ - 1];
        return level.slot.shape->element(level.slot.place, level.taken++);
    }
    Slot next_present() {
        const Slot slot = next();
        return slot.shape->present != nullptr ? slot.shape->present(slot.place) : slot;
    }
    bool refuse(Slot slot, std::string found) {
        refused_ = slot;
        found_ = std::move(found);
        return false;
    }

    Slot root_;
    std::size_t length_;
    std::size_t shortest_ = 0;  // the length of what was read so far, were each value in its shortest form
    std::size_t depth_ = 0;
    std::array<Level, max_nesting> levels_;
    Slot refused_;
    std::string found_;
};

base::Error bad(std::string text) {
    return {"bad_message", std::move(text)};
}

}  // namespace

base::Status<> read(base::BytesView bytes, Slot root, std::string_view name) {
    Walk walk(root, bytes.size());
    std::size_t end = 0;
    bool whole = false;
    try {
        whole = msgpack::parse(bytes.data(), bytes.size(), end, walk);
    } catch (const std::bad_alloc&) {
        return bad(std::string(name) + ": expected a value that fits into memory");
    } catch (const std::exception& error) {  // msgpack-cxx says by exceptions what it does not take
        return bad(walk.path(name, false) + ": expected msgpack, found what it refuses: " + error.what());
    }
    if (auto sentence = walk.sentence(name); !sentence.empty()) return bad(std::move(sentence));
    if (!whole)
        return bad(walk.path(name, false) + ": expected more msgpack, found the end or something else");
    if (end != bytes.size())
        return bad(std::string(name) + ": expected its end, found " + std::to_string(bytes.size() - end) +
                   " more bytes");
    if (walk.shortest() != end) return bad(std::string(name) + ": expected every value in its shortest form");
    return base::Done{};
}

}  // namespace dais::wire
