# dais_library(NAME SOURCES ... LINKS ...): one folder of common/ as one static library, dais::NAME.
# dais_program(NAME SOURCES ... LINKS ...): a program in build/PRESET/bin.
# Both get the project's warnings, all of them errors, and the sanitizers of the preset.

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_library(dais_options INTERFACE)
target_compile_options(dais_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# At -O3 g++ 12 sees overlapping copies in `"text" + string` where there are none (its bug 105651, mended in 13), and, where it
# inlines the move of a variant, members of the alternatives that are not there as used uninitialised.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(dais_options INTERFACE -Wno-restrict $<$<CONFIG:Release>:-Wno-maybe-uninitialized>)
endif()
target_include_directories(dais_options INTERFACE ${PROJECT_SOURCE_DIR}/common)
if(DAIS_SANITIZE)
  add_compile_options(-fsanitize=${DAIS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${DAIS_SANITIZE})
endif()
# Coverage for libFuzzer in every library; the fuzz targets themselves link its main.
if(DAIS_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "The fuzz preset needs clang. On Debian: apt-get install clang libclang-rt-dev")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

function(dais_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE" ${ARGN})
  add_library(dais_${name} STATIC ${ARG_SOURCES})
  add_library(dais::${name} ALIAS dais_${name})
  target_link_libraries(dais_${name} PUBLIC ${ARG_LINKS} PRIVATE dais_options ${ARG_PRIVATE})
  target_include_directories(dais_${name} PUBLIC ${PROJECT_SOURCE_DIR}/common)
endfunction()

function(dais_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} dais_options)
endfunction()
