#include "desk/damage.hpp"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "ui/sheets.hpp"
#include "ui/ui_compat.hpp"

namespace dais::desk {
namespace {

using Sum = std::uint64_t;

constexpr Sum mixed(Sum seed, Sum value) {
    seed = (seed ^ value) * 0x9E3779B97F4A7C15u;
    return seed ^ (seed >> 29U);
}

Sum bits_of(const ImVec2& place) {
    return Sum{std::bit_cast<std::uint32_t>(place.x)} << 32U | std::bit_cast<std::uint32_t>(place.y);
}

// Looking for neighbours among more patches than that takes longer than drawing them.
constexpr std::size_t many = 32;

int tiles_across(int pixels) {
    return (std::max(1, pixels) + Damage::tile - 1) / Damage::tile;
}

// The sums of a frame's tiles.
class Tiles {
  public:
    Tiles(ui::Extent extent, Sum ground)
        : columns_(tiles_across(extent.width)),
          rows_(tiles_across(extent.height)),
          sums_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), ground) {}

    void add(const ImDrawList& list) {
        vertices_.clear();
        for (const auto& each : list.VtxBuffer) {
            vertices_.push_back(mixed(mixed(mixed(1, bits_of(each.pos)), bits_of(each.uv)), each.col));
        }
        for (const auto& command : list.CmdBuffer) {
            if (command.UserCallback == nullptr) add(list, command);
        }
    }

    std::vector<Sum> take() { return std::move(sums_); }

  private:
    void add(const ImDrawList& list, const ImDrawCmd& command) {
        const auto& clip = command.ClipRect;
        Sum place = mixed(mixed(2, bits_of(ImVec2(clip.x, clip.y))), bits_of(ImVec2(clip.z, clip.w)));
        if (const auto texture = ui::compat::texture_of(command); texture >= ui::Sheets::first_number) {
            place = mixed(place, texture);
        }
        for (unsigned int i = 0; i + 3 <= command.ElemCount; i += 3) {
            const auto* index = list.IdxBuffer.Data + command.IdxOffset + i;
            Sum sum = place;
            ImVec2 low(clip.z, clip.w);
            ImVec2 high(clip.x, clip.y);
            for (int corner = 0; corner < 3; ++corner) {
                const auto at = static_cast<int>(command.VtxOffset + index[corner]);
                sum = mixed(sum, vertices_[static_cast<std::size_t>(at)]);
                const auto& pos = list.VtxBuffer[at].pos;
                low = ImVec2(std::min(low.x, pos.x), std::min(low.y, pos.y));
                high = ImVec2(std::max(high.x, pos.x), std::max(high.y, pos.y));
            }
            low = ImVec2(std::max(low.x, clip.x), std::max(low.y, clip.y));
            high = ImVec2(std::min(high.x, clip.z), std::min(high.y, clip.w));
            if (low.x <= high.x && low.y <= high.y) spread(low, high, sum);
        }
    }

    // Adds a triangle to the tiles that its bounds touch.
    void spread(ImVec2 low, ImVec2 high, Sum sum) {
        const int left = tile_at(low.x, columns_);
        const int right = tile_at(high.x, columns_);
        const int bottom = tile_at(high.y, rows_);
        for (int row = tile_at(low.y, rows_); row <= bottom; ++row) {
            auto* first = sums_.data() + static_cast<std::ptrdiff_t>(row) * columns_;
            for (int column = left; column <= right; ++column) first[column] = mixed(first[column], sum);
        }
    }

    static int tile_at(float pixel, int count) {
        const float at = std::floor(pixel / static_cast<float>(Damage::tile));
        return static_cast<int>(std::clamp(at, 0.0F, static_cast<float>(count - 1)));
    }

    int columns_;
    int rows_;
    std::vector<Sum> sums_;
    std::vector<Sum> vertices_;
};

Patch around(const Patch& a, const Patch& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
            std::max(a.bottom, b.bottom)};
}

std::int64_t area(const Patch& patch) {
    return std::int64_t{patch.right - patch.left} * (patch.bottom - patch.top);
}

// Puts a run of tiles to the patch that it touches, or begins a new one.
void put(std::vector<Patch>& patches, const Patch& run) {
    for (auto& each : patches) {
        const bool touches = each.bottom >= run.top && each.left <= run.right && run.left <= each.right;
        if (touches) {
            each = around(each, run);
            return;
        }
    }
    patches.push_back(run);
}

// Puts the two together that lie closest, until there are few enough; where there are very many, all.
void put_together(std::vector<Patch>& patches) {
    if (patches.size() > many) {
        patches = {std::accumulate(patches.begin(), patches.end(), patches.front(), around)};
    }
    while (patches.size() > Damage::most) {
        std::size_t first = 0;
        std::size_t second = 1;
        auto least = std::numeric_limits<std::int64_t>::max();
        for (std::size_t a = 0; a < patches.size(); ++a) {
            for (std::size_t b = a + 1; b < patches.size(); ++b) {
                const auto more = area(around(patches[a], patches[b])) - area(patches[a]) - area(patches[b]);
                if (more >= least) continue;
                least = more;
                first = a;
                second = b;
            }
        }
        patches[first] = around(patches[first], patches[second]);
        patches.erase(patches.begin() + static_cast<std::ptrdiff_t>(second));
    }
}

std::vector<Patch> patches_of(const std::vector<Sum>& before, const std::vector<Sum>& now,
                              ui::Extent extent) {
    std::vector<Patch> patches;
    const int columns = tiles_across(extent.width);
    const auto differs = [&](int row, int column) {
        const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                        static_cast<std::size_t>(column);
        return before[at] != now[at];
    };
    for (int row = 0; row < tiles_across(extent.height); ++row) {
        for (int column = 0; column < columns; ++column) {
            if (!differs(row, column)) continue;
            const int from = column;
            while (column < columns && differs(row, column)) ++column;
            put(patches,
                {from * Damage::tile, row * Damage::tile, std::min(column * Damage::tile, extent.width),
                 std::min((row + 1) * Damage::tile, extent.height)});
        }
    }
    put_together(patches);
    return patches;
}

}  // namespace

std::vector<Patch> Damage::next(ui::Rgb background, ui::Extent extent) {
    const auto ground = mixed(mixed(mixed(3, std::bit_cast<std::uint32_t>(background.r)),
                                    std::bit_cast<std::uint32_t>(background.g)),
                              std::bit_cast<std::uint32_t>(background.b));
    Tiles tiles(extent, ground);
    const auto& data = *ImGui::GetDrawData();
    for (int i = 0; i < data.CmdListsCount; ++i) tiles.add(*data.CmdLists[i]);
    auto now = tiles.take();
    const bool known = sums_.size() == now.size() && extent_ == extent;
    const auto before = std::exchange(sums_, std::move(now));
    extent_ = extent;
    if (!known) return {{0, 0, extent.width, extent.height}};
    return patches_of(before, sums_, extent);
}

}  // namespace dais::desk
