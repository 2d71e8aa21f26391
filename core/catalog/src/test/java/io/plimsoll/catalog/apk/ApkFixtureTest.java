package io.plimsoll.catalog.apk;

import io.plimsoll.catalog.FixtureTest;

final class ApkFixtureTest extends FixtureTest {
    ApkFixtureTest() {
        super("apk", new ApkCataloger());
    }
}
