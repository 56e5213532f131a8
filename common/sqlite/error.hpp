// What can go wrong with a SQLite file, as words for programs:
//
//   disk_full          there is no room (no quota, a limit on the sizes of files): nothing of the
//                      transaction is there, and it may be tried again
//   sync_failed        the disk did not confirm that bytes are safe, be it for want of room; what it holds
//                      is unknown until the file is opened anew
//   index_full         there is no room for the index of the log, which grows after a commit was written:
//                      as sync_failed, but at the opening of a file, where it is disk_full
//   io_failed          the disk could not be read or written
//   database_damaged   the file's structure is broken, or a value has an impossible size
//   not_a_database     the file is something else
//   database_busy      another program held the file for longer than the time we wait
//   cannot_open        no such file, no permission, or a directory that cannot be written
//   read_only          the file may be read only
//   out_of_memory      as it says
//   database_failed    anything that has no better word
//
// Private to the rooms that store something; public headers of journal and spool name the words that they
// pass on.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

struct sqlite3;

namespace dais::sqlite {

// The error of a result code. `what` begins the sentence ("cannot append to /x/journal.dais"); the
// connection, which may be null, is asked for the system's reason.
base::Error error_of(int result_code, sqlite3* connection, std::string_view what);

// Whether a call of the system failed for want of room, by its errno.
bool says_no_room(int system_error);
// The error of an opening: nothing was written yet, so that a full index is a full disk. Of some damage to
// the list of tables SQLite says that memory is short, and that is looked into.
base::Error at_opening(base::Error error);
// Every sentence of `disk_full` begins with the same words, whatever was being done.
std::string no_room(const std::string& text);

// Whether the word says that the file's bytes are wrong, rather than that they could not be reached.
bool says_damage(std::string_view code);

}  // namespace dais::sqlite
