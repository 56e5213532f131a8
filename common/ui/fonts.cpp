#include "ui/fonts.hpp"
