# SPDX-License-Identifier: Apache-2.0
# How every target is compiled; presets switch the options below.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)

option(KHOANH_WARNINGS_ARE_ERRORS "Refuse code that warns" OFF)
set(KHOANH_SANITIZE "" CACHE STRING "address,undefined or thread; empty for none")
option(KHOANH_COVERAGE "Count executed lines" OFF)

add_library(khoanh_compile_options INTERFACE)
target_compile_options(khoanh_compile_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -ffp-contract=off # the same bytes on every machine: no fused multiply-add
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> # GCC 12 misfires on std::string sums at -O3 (GCC bug 105329)
  $<$<BOOL:${KHOANH_WARNINGS_ARE_ERRORS}>:-Werror>)

if(KHOANH_SANITIZE)
  target_compile_options(khoanh_compile_options INTERFACE
    -fsanitize=${KHOANH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(khoanh_compile_options INTERFACE -fsanitize=${KHOANH_SANITIZE})
endif()
if(KHOANH_COVERAGE)
  target_compile_options(khoanh_compile_options INTERFACE --coverage)
  target_link_options(khoanh_compile_options INTERFACE --coverage)
endif()
