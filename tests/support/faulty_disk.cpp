#include "support/faulty_disk.hpp"

#include <sqlite3.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dais::test {

struct FaultyDisk::Vfs {
    sqlite3_vfs vfs{};
    sqlite3_vfs* system = nullptr;
    FaultyDisk* disk = nullptr;
};

namespace {

// SQLite gives one block for an open file: ours, and behind it the system's.
struct OpenFile {
    sqlite3_file base;
    FaultyDisk* disk;
    std::string* path;  // owned; null for a temporary file without a name
    sqlite3_file* inner() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

OpenFile* of(sqlite3_file* file) {
    return reinterpret_cast<OpenFile*>(file);
}
sqlite3_file* in(sqlite3_file* file) {
    return of(file)->inner();
}

std::string content_of(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

int close_file(sqlite3_file* file) {
    const int code = in(file)->pMethods->xClose(in(file));
    delete of(file)->path;
    return code;
}

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 offset) {
    return in(file)->pMethods->xRead(in(file), out, count, offset);
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    auto* self = of(file);
    if (self->disk->dead()) return SQLITE_IOERR_WRITE;
    if (!self->disk->may_write(static_cast<std::uint64_t>(count))) return SQLITE_FULL;
    if (self->path != nullptr) {
        self->disk->file(*self->path)
            .unsynced.push_back({static_cast<std::uint64_t>(offset),
                                 {static_cast<const char*>(bytes), static_cast<std::size_t>(count)}});
    }
    return in(file)->pMethods->xWrite(in(file), bytes, count, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (of(file)->disk->dead()) return SQLITE_IOERR_TRUNCATE;
    return in(file)->pMethods->xTruncate(in(file), size);
}

int sync_file(sqlite3_file* file, int) {
    auto* self = of(file);
    if (self->disk->dead() || !self->disk->may_sync()) {
        if (self->disk->reason() != 0) errno = self->disk->reason();
        return SQLITE_IOERR_FSYNC;
    }
    if (self->path != nullptr) {
        auto& known = self->disk->file(*self->path);
        known.synced = content_of(*self->path);
        known.unsynced.clear();
    }
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {
    2,
    close_file,
    read_file,
    write_file,
    truncate_file,
    sync_file,
    [](sqlite3_file* f, sqlite3_int64* size) { return in(f)->pMethods->xFileSize(in(f), size); },
    [](sqlite3_file* f, int lock) { return in(f)->pMethods->xLock(in(f), lock); },
    [](sqlite3_file* f, int lock) { return in(f)->pMethods->xUnlock(in(f), lock); },
    [](sqlite3_file* f, int* held) { return in(f)->pMethods->xCheckReservedLock(in(f), held); },
    [](sqlite3_file* f, int what, void* argument) {
        return in(f)->pMethods->xFileControl(in(f), what, argument);
    },
    [](sqlite3_file* f) { return in(f)->pMethods->xSectorSize(in(f)); },
    // The system's disk may promise more than this one keeps.
    [](sqlite3_file*) { return 0; },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
        if (extend != 0 && of(f)->disk->index_is_full()) {
            errno = ENOSPC;
            return SQLITE_IOERR_SHMSIZE;
        }
        return in(f)->pMethods->xShmMap(in(f), page, size, extend, out);
    },
    [](sqlite3_file* f, int offset, int count, int flags) {
        return in(f)->pMethods->xShmLock(in(f), offset, count, flags);
    },
    [](sqlite3_file* f) { in(f)->pMethods->xShmBarrier(in(f)); },
    [](sqlite3_file* f, int remove) { return in(f)->pMethods->xShmUnmap(in(f), remove); },
    nullptr,
    nullptr,
};

FaultyDisk::Vfs* vfs_of(sqlite3_vfs* vfs) {
    return static_cast<FaultyDisk::Vfs*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    auto* self = of(file);
    self->base.pMethods = nullptr;
    auto* system = vfs_of(vfs)->system;
    const int code = system->xOpen(system, path, self->inner(), flags, out_flags);
    if (code != SQLITE_OK) return code;
    self->disk = vfs_of(vfs)->disk;
    const bool known = path != nullptr && self->disk->remembers();
    self->path = known ? new std::string{path} : nullptr;
    if (known) self->disk->file(path).synced = content_of(path);
    self->base.pMethods = &methods;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* path, int sync) {
    if (vfs_of(vfs)->disk->dead()) return SQLITE_IOERR_DELETE;
    vfs_of(vfs)->disk->forget(path);
    (void)sync;
    return vfs_of(vfs)->system->xDelete(vfs_of(vfs)->system, path, 0);
}

}  // namespace

FaultyDisk::FaultyDisk() : vfs_(std::make_unique<Vfs>()) {
    static int count = 0;
    name_ = "faulty-" + std::to_string(++count);
    vfs_->system = sqlite3_vfs_find(nullptr);
    vfs_->disk = this;
    vfs_->vfs = *vfs_->system;
    vfs_->vfs.zName = name_.c_str();
    vfs_->vfs.pNext = nullptr;
    vfs_->vfs.pAppData = vfs_.get();
    vfs_->vfs.szOsFile = static_cast<int>(sizeof(OpenFile)) + vfs_->system->szOsFile;
    vfs_->vfs.xOpen = open_file;
    vfs_->vfs.xDelete = delete_file;
    sqlite3_vfs_register(&vfs_->vfs, 0);
}

FaultyDisk::~FaultyDisk() {
    sqlite3_vfs_unregister(&vfs_->vfs);
}

const std::string& FaultyDisk::quick() {
    static FaultyDisk* const disk = [] {
        auto* made = new FaultyDisk;  // never unregistered: connections may outlive every other static
        made->remembers_ = false;
        return made;
    }();
    return disk->name();
}

void FaultyDisk::heal() {
    room_ = UINT64_MAX;
    syncs_left_ = UINT64_MAX;
    index_is_full_ = false;
}

bool FaultyDisk::may_write(std::uint64_t bytes) {
    if (bytes > room_) return false;
    if (room_ != UINT64_MAX) room_ -= bytes;
    return true;
}

bool FaultyDisk::may_sync() {
    if (syncs_left_ == 0) return false;
    if (syncs_left_ != UINT64_MAX) --syncs_left_;
    ++syncs_;
    return true;
}

void FaultyDisk::copy_after_power_cut(const std::string& directory, std::mt19937_64& chance) const {
    for (const auto& [path, file] : files_) {
        std::string bytes = file.synced;
        for (const auto& write : file.unsynced) {
            const auto fate = chance() % 3;
            if (fate == 0) continue;
            const auto part =
                write.bytes.substr(0, fate == 1 ? write.bytes.size() : chance() % write.bytes.size());
            const auto end = static_cast<std::size_t>(write.offset) + part.size();
            if (bytes.size() < end) bytes.resize(end);
            bytes.replace(static_cast<std::size_t>(write.offset), part.size(), part);
        }
        if (bytes.empty()) continue;
        std::ofstream out(directory + "/" + std::filesystem::path{path}.filename().string(),
                          std::ios::binary);
        out << bytes;
    }
}

}  // namespace dais::test
