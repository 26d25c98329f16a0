# Finds Emscripten's own toolchain file: $EMSDK first, then the emcc on the PATH (Debian's package among them).

find_program(PLANETARIUM_EMCC emcc HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
get_filename_component(emcc_real "${PLANETARIUM_EMCC}" REALPATH)
get_filename_component(emscripten_root "${emcc_real}" DIRECTORY)
if(NOT EXISTS "${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "emcc is at ${PLANETARIUM_EMCC}, but its CMake toolchain file is not beside it. "
    "Install the package \"emscripten\", or set EMSDK to an emsdk folder.")
endif()
include("${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake")
