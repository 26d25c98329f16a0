# find_package(emsdk CONFIG): how this project makes WebAssembly. Flags and the export list stand here and nowhere else.

set(emsdk_FOUND TRUE)

# The functions of include/planetarium/planetarium.h; a test compares the two.
set(PLANETARIUM_EXPORTS
  planetarium_abi_version
  planetarium_add_feed
  planetarium_alloc
  planetarium_configure
  planetarium_delete
  planetarium_free
  planetarium_new
  planetarium_parse
  planetarium_query
  planetarium_remove_feed
  planetarium_result
  planetarium_result_size
  planetarium_set_feed_state
  planetarium_stats)

# -Oz: at -O3 every inlined std::string destructor makes the module three times as large. What touches every byte of a
# feed is compiled for speed (CMakeLists.txt lists those files).
set(CMAKE_CXX_FLAGS_RELEASE "")
set(PLANETARIUM_COMPILE_FLAGS -Os -flto -msimd128 -mbulk-memory -DNDEBUG -fno-exceptions -fno-rtti
  -fvisibility=hidden -ffunction-sections -fdata-sections)
add_compile_options(${PLANETARIUM_COMPILE_FLAGS})

# planetarium_wasm(NAME LIBRARY): NAME.wasm from the library, with no JavaScript: web/core loads it by hand.
# growth: the loader grows the memory ahead, so the small initial size costs nothing.
function(planetarium_wasm name library)
  set(exports "")
  foreach(function ${PLANETARIUM_EXPORTS})
    list(APPEND exports "_${function}")
  endforeach()
  list(JOIN exports "," exports)
  add_executable(${name} "${CMAKE_CURRENT_SOURCE_DIR}/src/abi/wasm_libc.cpp")
  target_link_libraries(${name} PRIVATE -Wl,--whole-archive ${library} -Wl,--no-whole-archive)
  set_target_properties(${name} PROPERTIES SUFFIX ".wasm")
  target_link_options(${name} PRIVATE ${PLANETARIUM_COMPILE_FLAGS} --no-entry -sSTANDALONE_WASM
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB -sINITIAL_MEMORY=4MB -sTOTAL_STACK=1MB -sMALLOC=emmalloc
    "-sEXPORTED_FUNCTIONS=${exports}" -Wl,--gc-sections)
endfunction()
