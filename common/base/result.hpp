// A value, or the reason why there is none. (std::expected comes with C++23; this is the part of it that we
// use.)
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "base/check.hpp"

namespace dais::base {

// A failure with a word for programs and a sentence for people. The sentence says where and what was
// expected.
struct Error {
    std::string code;
    std::string text;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T, class E = Error>
class [[nodiscard]] Result {
  public:
    // Implicit on purpose: a function returns its value or its error as it is.
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : content_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // REQUIRES: ok()
    T& value() & {
        check(ok(), "Result holds an error");
        return std::get<0>(content_);
    }
    const T& value() const& {
        check(ok(), "Result holds an error");
        return std::get<0>(content_);
    }
    T&& value() && {
        check(ok(), "Result holds an error");
        return std::get<0>(std::move(content_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T operator*() && { return std::move(*this).value(); }  // by value, so that `for (x : *f())` holds it
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    // REQUIRES: !ok()
    const E& error() const {
        check(!ok(), "Result holds a value");
        return std::get<1>(content_);
    }

  private:
    std::variant<T, E> content_;
};

// Success without a value.
struct Done {
    friend bool operator==(Done, Done) = default;
};

template <class E = Error>
using Status = Result<Done, E>;

}  // namespace dais::base
