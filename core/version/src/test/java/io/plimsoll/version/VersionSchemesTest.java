package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.PackageType;
import org.junit.jupiter.api.Test;

final class VersionSchemesTest {
    @Test
    void everySchemeIsFoundByItsName() {
        assertThat(VersionSchemes.all())
                .allSatisfy(
                        scheme -> assertThat(VersionSchemes.of(scheme.id())).containsSame(scheme));
        assertThat(VersionSchemes.all()).extracting(VersionScheme::id).doesNotHaveDuplicates();
        assertThat(VersionSchemes.of("guess")).isEmpty();
    }

    @Test
    void everyKindButTheGenericHasAnOrder() {
        for (PackageType type : PackageType.values()) {
            assertThat(VersionSchemes.forType(type).isPresent())
                    .as(type.purlType())
                    .isEqualTo(type != PackageType.GENERIC);
        }
    }

    @Test
    void kindsWithAnOrderOfTheirOwnUseIt() {
        for (PackageType type : PackageType.values()) {
            VersionSchemes.of(type.purlType())
                    .ifPresent(own -> assertThat(VersionSchemes.forType(type)).containsSame(own));
        }
        assertThat(VersionSchemes.forType(PackageType.OPKG)).containsSame(VersionSchemes.DEB);
    }
}
