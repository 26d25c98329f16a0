# The three C++ libraries: what set-up laid down, else what Debian packages, else by URL and hash.

include(FetchContent)

find_file(PUGIXML_CPP pugixml.cpp
  PATHS "${CMAKE_CURRENT_SOURCE_DIR}/build/deps/pugixml/src" NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
if(NOT PUGIXML_CPP)
  FetchContent_Declare(pugixml
    URL https://github.com/zeux/pugixml/archive/v1.13.tar.gz
        https://deb.debian.org/debian/pool/main/p/pugixml/pugixml_1.13.orig.tar.gz
    URL_HASH SHA256=5c5ad5d7caeb791420408042a7d88c2c6180781bf218feca259fd9d840a888e1
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(pugixml)
  set(PUGIXML_CPP "${pugixml_SOURCE_DIR}/src/pugixml.cpp" CACHE FILEPATH "" FORCE)
endif()
get_filename_component(PUGIXML_DIR "${PUGIXML_CPP}" DIRECTORY)

find_path(NLOHMANN_JSON_DIR nlohmann/json.hpp PATHS /usr/include /usr/local/include NO_CMAKE_FIND_ROOT_PATH)
if(NOT NLOHMANN_JSON_DIR)
  FetchContent_Declare(nlohmann_json
    URL https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
    URL_HASH SHA256=8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f
    SOURCE_SUBDIR none)
  FetchContent_MakeAvailable(nlohmann_json)
  set(NLOHMANN_JSON_DIR "${nlohmann_json_SOURCE_DIR}/include" CACHE PATH "" FORCE)
endif()

add_library(pugixml_source STATIC "${PUGIXML_CPP}")
target_include_directories(pugixml_source SYSTEM PUBLIC "${PUGIXML_DIR}")
target_compile_definitions(pugixml_source PUBLIC PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH PUGIXML_NO_STL)
target_compile_options(pugixml_source PRIVATE -fno-exceptions -fno-rtti $<$<BOOL:${EMSCRIPTEN}>:-O3>)

# Under Emscripten /usr/include would bring the host's C library along: only the one folder is shown to it.
add_library(nlohmann_json_headers INTERFACE)
if(EMSCRIPTEN AND NLOHMANN_JSON_DIR MATCHES "^/usr/")
  file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/include")
  file(CREATE_LINK "${NLOHMANN_JSON_DIR}/nlohmann" "${CMAKE_BINARY_DIR}/include/nlohmann" SYMBOLIC)
  target_include_directories(nlohmann_json_headers SYSTEM INTERFACE "${CMAKE_BINARY_DIR}/include")
else()
  target_include_directories(nlohmann_json_headers SYSTEM INTERFACE "${NLOHMANN_JSON_DIR}")
endif()
target_compile_definitions(nlohmann_json_headers INTERFACE
  JSON_NOEXCEPTION JSON_NO_IO JSON_USE_IMPLICIT_CONVERSIONS=0)
