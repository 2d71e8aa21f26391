package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.version.VersionTables.Row;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class VersionTablesTest {
    static List<VersionScheme> schemes() {
        return VersionSchemes.all();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyRowHoldsInBothDirections(VersionScheme scheme) throws InvalidVersionException {
        SoftAssertions soft = new SoftAssertions();
        for (Row row : VersionTables.rows(scheme)) {
            if (row.operator().equals("!")) {
                continue;
            }
            int expected = row.operator().equals("<") ? -1 : 0;
            int forth = Integer.signum(scheme.compare(row.left(), row.right()));
            int back = Integer.signum(scheme.compare(row.right(), row.left()));
            soft.assertThat(forth).as("%s %s", scheme.id(), row).isEqualTo(expected);
            soft.assertThat(back).as("%s %s reversed", scheme.id(), row).isEqualTo(-expected);
        }
        soft.assertAll();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void textThatIsNoVersionIsRefusedWithTheReason(VersionScheme scheme) {
        for (Row row : VersionTables.rows(scheme)) {
            if (!row.operator().equals("!")) {
                continue;
            }
            assertThatThrownBy(() -> scheme.check(row.left()))
                    .as("%s '%s'", scheme.id(), row.left())
                    .isInstanceOf(InvalidVersionException.class)
                    .hasMessageContaining("'" + row.left() + "' is not a ")
                    .hasMessageContaining(row.right());
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void oneInvalidSideIsEnoughToRefuse(VersionScheme scheme) {
        String valid = VersionTables.validVersions(scheme).getFirst();
        assertThatThrownBy(() -> scheme.compare(valid, ""))
                .isInstanceOf(InvalidVersionException.class);
        assertThatThrownBy(() -> scheme.compare("", valid))
                .isInstanceOf(InvalidVersionException.class);
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everySchemeHasATableWorthItsName(VersionScheme scheme) {
        List<Row> rows = VersionTables.rows(scheme);

        assertThat(rows).hasSizeBetween(15, 60);
        assertThat(rows).extracting(Row::operator).contains("<", "=", "!");
        assertThat(rows).extracting(Row::operator).isSubsetOf("<", "=", "!");
    }
}
