// What ThreadSanitizer must be told of libzmq, which is not built with it: it sees libzmq's memory and
// descriptors, but not the atomic operations that order them. A race in our own code has no frame of libzmq
// and is still reported.
#if defined(__SANITIZE_THREAD__)
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
    return "race:libzmq.so\nrace:libsodium.so\n";  // libzmq calls libsodium to encrypt
}
#endif
