// Keys and text are dealt out one at a time, in the order in which they came, and none is lost.
#include "ui/input.hpp"

#include <gtest/gtest.h>

#include "ui/key.hpp"

namespace dais::ui {
namespace {

KeyPress press(Key key) {
    return {key, alone, false};
}

// "a" for a key, "'a'" for text, in the order in which frames are handed them.
std::string dealt(InputQueue& queue) {
    std::string all;
    while (!queue.empty()) {
        const auto batch = queue.next();
        EXPECT_LE((batch.key ? 1 : 0) + (batch.typed.empty() ? 0 : 1) + (batch.button ? 1 : 0), 1);
        if (!all.empty()) all += " ";
        if (batch.key) all += name({batch.key->key, batch.key->mods});
        if (!batch.typed.empty()) all += "'" + batch.typed + "'";
        if (batch.button) all += batch.button->down ? "down" : "up";
    }
    return all;
}

TEST(InputQueue, deals_out_one_press_a_batch_with_keys_and_text_in_their_order) {
    InputQueue queue;
    queue.push(press(Key::a));
    queue.push(Typed{"a"});
    queue.push(press(Key::enter));
    queue.push(press(Key::b));
    queue.push(Typed{"b"});
    EXPECT_EQ(dealt(queue), "A 'a' Enter B 'b'");
}

TEST(InputQueue, does_not_lose_a_button_that_went_down_and_up_between_two_frames) {
    InputQueue queue;
    queue.push(ButtonChanged{0, true});
    queue.push(ButtonChanged{0, false});
    EXPECT_EQ(dealt(queue), "down up");
}

TEST(InputQueue, puts_moves_and_turns_together_until_the_next_press) {
    InputQueue queue;
    queue.push(PointerMoved{1, 1});
    queue.push(Wheel{1});
    queue.push(PointerMoved{5, 6});
    queue.push(Wheel{-3});
    queue.push(ButtonChanged{0, true});
    queue.push(PointerMoved{9, 9});
    const auto first = queue.next();
    ASSERT_TRUE(first.pointer && first.button);
    EXPECT_EQ(first.pointer->x, 5);
    EXPECT_EQ(first.wheel, -2);
    const auto second = queue.next();
    EXPECT_EQ(second.pointer->x, 9);
    EXPECT_FALSE(second.button);
    EXPECT_TRUE(queue.empty());
}

TEST(InputQueue, drops_the_character_of_a_command_and_no_other) {
    InputQueue queue;
    queue.push(press(Key::d));
    queue.push(Typed{"d"});
    queue.push(press(Key::d));
    queue.push(Typed{"d"});
    (void)queue.next();
    queue.drop_typed();
    queue.drop_typed();  // the next press's character is its own
    EXPECT_EQ(dealt(queue), "D 'd'");
}

TEST(InputQueue, holds_so_much_and_no_more) {
    InputQueue queue;
    for (std::size_t i = 0; i < InputQueue::most + 10; ++i) queue.push(press(Key::a));
    std::size_t count = 0;
    for (; !queue.empty(); ++count) (void)queue.next();
    EXPECT_EQ(count, InputQueue::most);
}

TEST(Keys, are_named_as_people_read_them) {
    EXPECT_EQ(name({Key::z, ctrl}), "Ctrl+Z");
    EXPECT_EQ(name({Key::enter, shift}), "Shift+Enter");
    EXPECT_EQ(name({Key::up, alt}), "Alt+Up");
    EXPECT_EQ(name({Key::space, alone}), "Space");
    EXPECT_EQ(name({Key::f12, alone}), "F12");
    EXPECT_EQ(name({Key::d0, ctrl}), "Ctrl+0");
    EXPECT_EQ(name({Key::erase, alone}), "Delete");
    EXPECT_EQ(name({Key::page_down, alone}), "Page Down");
    EXPECT_EQ(name({Key::plus, ctrl_shift}), "Ctrl+Shift++");
    EXPECT_EQ(name({}), "");
}

TEST(Keys, of_letters_and_digits_are_found_in_either_case) {
    EXPECT_EQ(key_of('a'), Key::a);
    EXPECT_EQ(key_of('Z'), Key::z);
    EXPECT_EQ(key_of('7'), Key::d7);
    EXPECT_EQ(key_of('+'), Key::none);
    for (std::size_t i = 1; i < key_count; ++i) {
        EXPECT_FALSE(name({static_cast<Key>(i), alone}).empty()) << i;
    }
}

}  // namespace
}  // namespace dais::ui
