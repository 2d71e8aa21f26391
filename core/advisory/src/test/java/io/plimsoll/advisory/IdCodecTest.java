package io.plimsoll.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdCodecTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CVE-1999-0001",
                "CVE-2021-44228",
                "CVE-2024-1000001",
                "CVE-2024-999999999",
                "DEBIAN-CVE-2024-5535",
                "ALPINE-CVE-2006-20001",
                "x_REDHAT-CVE-2004-2771",
                "GHSA-jfh8-c2jp-5v3q",
                "ALSA-2026:4772",
                "CVE-2024-12345678901",
                "CVE-2024-00001",
                "CVE-2024-",
                "CVE-24-1",
                "GHSA-JFH8-c2jp",
                "GHSA-ühh8-c2jp-5v3q",
                "DEBIAN-",
                ""
            })
    void everyIdComesBack(String id) {
        assertThat(IdCodec.read(new ByteReader(IdCodec.encode(id)))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"CVE-1999-0001,8", "CVE-2021-44228,8", "GHSA-jfh8-c2jp-5v3q,14"})
    void frequentIdsAreShort(String id, int atMost) {
        assertThat(IdCodec.encode(id)).hasSizeLessThan(atMost);
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-1999-0002,CVE-1999-0010",
        "CVE-1999-9999,CVE-2000-0001",
        "CVE-2021-9999,CVE-2021-10000"
    })
    void cvesAscendByYearAndNumber(String lower, String higher) {
        assertThat(Arrays.compareUnsigned(IdCodec.encode(lower), IdCodec.encode(higher)))
                .isNegative();
    }
}
