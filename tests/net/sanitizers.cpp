// What ThreadSanitizer must be told of libzmq, and of libsodium, which it calls to encrypt. Neither is built
// with it: it sees their copies and allocations, but not the atomic operations that order them. The first two
// lines leave out what happens inside; without them each word of a large message is looked at as a race,
// which takes minutes. The others hide what is still reported with a frame of theirs. A race in our own code
// has none and is still reported.
#if defined(__SANITIZE_THREAD__)
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
    return "called_from_lib:libzmq.so\n"
           "called_from_lib:libsodium.so\n"
           "race:libzmq.so\n"
           "race:libsodium.so\n";
}
#endif
