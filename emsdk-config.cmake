# find_package(emsdk CONFIG): how this project makes WebAssembly. Flags and export lists stand here and nowhere else.

set(emsdk_FOUND TRUE)

# The functions of include/planetarium/planetarium.h; a test compares the two.
set(PLANETARIUM_MODULE_EXPORTS
  planetarium_abi_version
  planetarium_alloc
  planetarium_free
  planetarium_result
  planetarium_result_size)
set(PLANETARIUM_PLANET_EXPORTS
  ${PLANETARIUM_MODULE_EXPORTS}
  planetarium_add_feed
  planetarium_add_table
  planetarium_configure
  planetarium_delete
  planetarium_load
  planetarium_load_segment
  planetarium_new
  planetarium_query
  planetarium_questions
  planetarium_answer
  planetarium_prepare_search
  planetarium_drop_search
  planetarium_query_table
  planetarium_remove_feed
  planetarium_save
  planetarium_set_feed_state
  planetarium_stats)
set(PLANETARIUM_PARSER_EXPORTS
  ${PLANETARIUM_MODULE_EXPORTS}
  planetarium_decode_body
  planetarium_emit
  planetarium_parse
  planetarium_parse_lazy
  planetarium_parse_page
  planetarium_parse_table
  planetarium_read_opml)

# The optimisation level is each library's own: -O3 everywhere makes the module three times as large.
set(CMAKE_CXX_FLAGS_RELEASE "")
set(PLANETARIUM_COMPILE_FLAGS -flto -msimd128 -mbulk-memory -DNDEBUG -fno-exceptions -fno-rtti
  -fvisibility=hidden -ffunction-sections -fdata-sections)
add_compile_options(${PLANETARIUM_COMPILE_FLAGS})

# planetarium_wasm(NAME LIBRARY EXPORTS): NAME.wasm from the library, with no JavaScript: web/core loads it by hand and
# grows the memory ahead, so the small initial size costs nothing.
function(planetarium_wasm name library exports)
  list(TRANSFORM exports PREPEND "_" OUTPUT_VARIABLE symbols)
  list(JOIN symbols "," symbols)
  list(TRANSFORM exports PREPEND "-Wl,--undefined=" OUTPUT_VARIABLE wanted)
  add_executable(${name} "${CMAKE_CURRENT_SOURCE_DIR}/src/abi/wasm_libc.cpp")
  target_link_libraries(${name} PRIVATE ${wanted} ${library})
  target_compile_options(${name} PRIVATE -Os)
  set_target_properties(${name} PROPERTIES SUFFIX ".wasm")
  target_link_options(${name} PRIVATE ${PLANETARIUM_COMPILE_FLAGS} -Os --no-entry -sSTANDALONE_WASM
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB -sINITIAL_MEMORY=4MB -sTOTAL_STACK=1MB -sMALLOC=emmalloc
    "-sEXPORTED_FUNCTIONS=${symbols}" -Wl,--gc-sections)
endfunction()
