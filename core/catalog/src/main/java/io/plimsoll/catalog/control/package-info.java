/// Paragraphs of fields, the form in which dpkg and opkg keep their records.
@NullMarked
package io.plimsoll.catalog.control;

import org.jspecify.annotations.NullMarked;
