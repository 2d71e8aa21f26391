package io.plimsoll.catalog.npm;

import io.plimsoll.catalog.FixtureTest;

final class NpmFixtureTest extends FixtureTest {
    NpmFixtureTest() {
        super("npm", new NpmPackageCataloger());
    }
}
