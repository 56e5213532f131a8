// Private to the folder: what Pango needs of a thread. Its font maps are not shared between threads, so each
// thread has one of its own, made at first use.
#pragma once

#include <pango/pangocairo.h>

#include <cstdint>
#include <map>
#include <memory>

namespace dais::typeset {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* thing) const {
        release(thing);
    }
};
template <class T>
using Object = std::unique_ptr<T, Release<g_object_unref>>;

class Context {
  public:
    static Context& of_thread();

    [[nodiscard]] PangoContext* pango() const { return context_.get(); }
    // A number for each font that was seen in this thread; the font is kept, so that no other gets its place.
    std::uint32_t number_of(PangoFont* font);

  private:
    Context();

    Object<PangoFontMap> map_;
    Object<PangoContext> context_;
    struct Kept {
        Object<PangoFont> font;
        std::uint32_t number;
    };
    std::map<PangoFont*, Kept> fonts_;
};

}  // namespace dais::typeset
