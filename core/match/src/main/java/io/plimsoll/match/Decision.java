package io.plimsoll.match;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.Affected;
import io.plimsoll.model.How;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Verdict;

/// One advisory's word on one package, and what follows from it: the unit of which findings are made
/// and with which they are explained.
///
/// @param installed the package
/// @param advisory the advisory
/// @param affected what it says of the package
/// @param verdict what follows for the installed version
/// @param how the evidence
public record Decision(
        InstalledPackage installed,
        Advisory advisory,
        Affected affected,
        Verdict verdict,
        How how) {}
