// The speakers' list as a PDF, on A4 pages with numbers.
#pragma once

#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "record/list_paper.hpp"

namespace dais::record {

// The bytes of the document; the same paper and time give the same bytes with the same fonts. Tens of
// milliseconds where a script's fonts are used for the first time. Errors: those of typeset::Document, and of
// a text that cannot be set (bad_text).
base::Result<std::string> list_pdf(const ListPaper& paper, base::Instant made);

}  // namespace dais::record
