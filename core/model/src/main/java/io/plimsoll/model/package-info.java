/// The words of the domain: records and sealed types that every other room speaks. A leaf.
@NullMarked
package io.plimsoll.model;

import org.jspecify.annotations.NullMarked;
