/// What checks want to know of one layer: gathered while its entries pass, and kept.
@NullMarked
package io.plimsoll.checks.facts;

import org.jspecify.annotations.NullMarked;
