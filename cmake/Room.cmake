# SPDX-License-Identifier: Apache-2.0
# A room is one folder, one library: what it shows, what it uses, which outside library it hides.

# khoanh_room(geo_crs HEADERS a.hpp SOURCES a.cpp USES geo_base HIDES PROJ::proj)
function(khoanh_room name)
  cmake_parse_arguments(ROOM "" "" "HEADERS;SOURCES;USES;HIDES" ${ARGN})
  add_library(${name} STATIC ${ROOM_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${CMAKE_SOURCE_DIR}" FILES ${ROOM_HEADERS})
  target_link_libraries(${name} PUBLIC ${ROOM_USES} PRIVATE khoanh_compile_options ${ROOM_HIDES})
endfunction()

# khoanh_test(geo_crs_test SOURCES transform_test.cpp USES geo_crs)
function(khoanh_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;USES" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE khoanh_compile_options ${TEST_USES} GTest::gtest GTest::gmock GTest::gtest_main)
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300 LABELS ${name})
endfunction()
