package io.plimsoll.policy.ignore;

import java.util.List;

/// Why a product is not affected by a vulnerability that one of its parts has.
///
/// Source: OpenVEX 0.2.0, "Status Justifications".
public final class Justifications {
    public static final List<String> ALL =
            List.of(
                    "component_not_present",
                    "inline_mitigations_already_exist",
                    "vulnerable_code_cannot_be_controlled_by_adversary",
                    "vulnerable_code_not_in_execute_path",
                    "vulnerable_code_not_present");

    private Justifications() {}
}
