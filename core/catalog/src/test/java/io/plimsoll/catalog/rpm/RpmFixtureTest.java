package io.plimsoll.catalog.rpm;

import io.plimsoll.catalog.FixtureTest;

final class RpmFixtureTest extends FixtureTest {
    RpmFixtureTest() {
        super(
                "rpm",
                new RpmBerkeleyCataloger(),
                new RpmNdbCataloger(),
                new RpmSqliteCataloger(),
                new RpmManifestCataloger());
    }
}
