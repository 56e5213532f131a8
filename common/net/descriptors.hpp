// File descriptors: every connection takes one, and libzmq's I/O thread spins silently once accept() finds
// none left.
#pragma once

#include <cstddef>

namespace dais::net {

// Raises the process's soft limit to the hard one, but to no more than 65,536 (in some containers the hard
// limit is a billion, and the kernel's table grows with what is used), and returns the limit that now holds.
std::size_t raise_descriptor_limit();

// How many are open in this process. Reads /proc, so for the start of a program, not for its loop.
std::size_t open_descriptors();

// How many a hub keeps free of connections, for its journal, its threads, and what is accepted before
// somebody notices.
std::size_t descriptor_reserve(std::size_t limit);

}  // namespace dais::net
