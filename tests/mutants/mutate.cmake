# Makes the mutated copy of one source of the product:
#
#   cmake -DMUTANT=gap_accepted.cmake -DROOT=<the project> -DOUT=<the copy> -P mutate.cmake
#
# A mutant is a file of three kinds of commands, whose texts stand in brackets, so that they are taken as they are:
#
#   wrong("The replica applies entries that are not the next ones.")   what is wrong with it, in a sentence
#   of(common/replica/replica.cpp)                                     the source, from the project's root
#   replace([[the exact text]] [[what stands there instead]])          once or more
#
# It fails, and the build with it, unless each text stands in the source exactly once: a mutant whose text is gone would be the
# original, and the test would say of it, rightly and to no use, that nothing is wrong with it.
cmake_minimum_required(VERSION 3.22)

get_filename_component(name "${MUTANT}" NAME_WE)
set(text "")
set(replaced 0)

function(refuse sentence)
  message(FATAL_ERROR "The mutant ${name} cannot be made: ${sentence}")
endfunction()

function(wrong sentence)
  set(what "${sentence}" PARENT_SCOPE)
endfunction()

function(of path)
  if(source)
    refuse("it names two sources, ${source} and ${path}.")
  endif()
  if(NOT EXISTS "${ROOT}/${path}")
    refuse("there is no ${path}.")
  endif()
  file(READ "${ROOT}/${path}" read)
  set(source "${path}" PARENT_SCOPE)
  set(text "${read}" PARENT_SCOPE)
endfunction()

function(replace old new)
  if(NOT source)
    refuse("it replaces a text before it names its source with of().")
  endif()
  if("${old}" STREQUAL "${new}")
    refuse("it replaces a text by itself:\n${old}")
  endif()
  string(FIND "${text}" "${old}" first)
  string(FIND "${text}" "${old}" last REVERSE)
  if(first EQUAL -1)
    refuse("this text is not in ${source} (any more); find what stands there now:\n${old}")
  elseif(NOT first EQUAL last)
    refuse("this text stands in ${source} more than once; take more of what is around it:\n${old}")
  endif()
  string(REPLACE "${old}" "${new}" mutated "${text}")
  math(EXPR count "${replaced} + 1")
  set(replaced ${count} PARENT_SCOPE)
  set(text "${mutated}" PARENT_SCOPE)
endfunction()

include("${MUTANT}")
if("${what}" STREQUAL "")
  refuse("it does not say with wrong() what is wrong with it.")
elseif(replaced EQUAL 0)
  refuse("it replaces nothing.")
endif()
file(WRITE "${OUT}" "// ${source}, mutated: ${what}\n#line 1 \"${source}\"\n${text}")
