#include "clerk-station/gallery_views.hpp"

namespace dais::clerk_station {

void bring_to(ClerkView& view, const std::string& scene) {
    if (scene == "two wordings") {
        view.restore({{"r:3",
                       "said that readings should pass from gauge to gauge at once, without waiting for a "
                       "ministry’s leave. A river did not stop at the border to have its papers stamped."},
                      {"b:3", "1"},
                      {DeskOfTexts::at_key, "r:3"}});
    } else if (scene == "history") {
        choose_text(view.record, meeting::TextId{3});
        view.record.side = Side::history;
    } else if (scene == "reviser") {
        choose_text(view.record, meeting::TextId{1});
        view.record.reviser = true;
    } else if (scene == "final") {
        view.restore({{DeskOfTexts::at_key, "r:4"}, {"r:4", "A short film was shown, and spoken to."}});
    } else if (scene == "hints") {
        view.restore({{DeskOfTexts::at_key, "p:3"},
                      {"p:3",
                       "said that today I support the WMO and 5 of the gauges, ten percent of which are read "
                       "by hand and organise nothing."}});
    } else if (scene == "find") {
        view.find.open("gauge", "station");
    }
}

}  // namespace dais::clerk_station
