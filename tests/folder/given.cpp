#include "folder/given.hpp"

#include <cstdlib>
#include <fstream>

namespace dais::folder::given {

Directory::Directory() {
    std::string name = (std::filesystem::temp_directory_path() / "dais-folder-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
}

Directory::~Directory() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

void Directory::write(const std::string& name, std::string_view content) const {
    std::ofstream file(path_ / name, std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
}

}  // namespace dais::folder::given
