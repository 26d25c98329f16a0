/* The public header is C: this file is compiled as C11 and never run. */
#include "planetarium/planetarium.h"

int32_t planetarium_header_is_c(void);

int32_t planetarium_header_is_c(void) {
  planetarium_planet* planet = NULL;
  return planet == NULL ? PLANETARIUM_ABI_VERSION : 0;
}
